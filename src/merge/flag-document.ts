import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { FlagText } from '../model/layer.ts';
import { flagSource } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import { samePath, type ValuesPath } from '../model/values-path.ts';
import type { FlagWrite } from './parse-flag.ts';
import type { Reach } from './reach.ts';
import { scanJson } from './scan-json.ts';
import { kindOf } from './value-kind.ts';

/** The document of a `--set…` flag: its file is the whole flag (`--set image.tag=latest`), spans are offsets in that. */
export interface FlagDocument extends ValuesDocument {
  /** How far down a path the flag writes. */
  reach(path: ValuesPath): Reach;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What the flag does at one key or index. */
interface Node {
  key: Place;
  value: Place;
  /** Set when the flag assigns the value as a whole, rather than something below it. */
  assigned?: JsonValue;
  readonly isIndex: boolean;
  readonly below: Map<string, Node>;
}

/** The place in a flag that a path leads to. */
interface Arrival {
  readonly node: Node;
  /** Segments up to the node, and up to what the value assigned there holds. */
  readonly nodeDepth: number;
  readonly depth: number;
  readonly inList: boolean;
  /** The value at `depth`; undefined when the flag assigns only things below. */
  readonly value: JsonValue | undefined;
}

/** A document for the assignments of a flag; `name` is `--set` or a sibling. What a manifest says has its places there. */
export function flagDocument(
  name: string,
  { text: flagText, place }: FlagText,
  data: JsonObject,
  writes: readonly FlagWrite[],
): FlagDocument {
  const text = `${name} ${flagText}`;
  const whole = place?.(0, flagText.length);
  const source = whole?.source ?? flagSource(text);
  const shift = name.length + 1;
  const span = ({ start, end }: Place): Span =>
    place?.(start, end) ?? { source, start: start + shift, end: end + shift };
  const root = treeOf(writes);
  /** `--set-json '{…}'` is merged key by key, where `--set-json a={…}` takes the place of what weaker flags wrote. */
  const mergesMaps = root.assigned !== undefined;
  return {
    source,
    text,
    data,
    reach(path) {
      const { node, depth, inList, value } = walk(root, path);
      const complete = depth === path.length;
      if (value === undefined) {
        // A list made of single elements edits the list of a values file, and replaces that of the chart.
        const hasItems = node.below.values().next().value?.isIndex === true;
        const kind = hasItems ? 'list' : 'map';
        return { depth, kind, hidesUsers: false, hidesDefaults: inList || hasItems || complete };
      }
      const replaces = inList || complete || !isJsonObject(value);
      return { depth, kind: kindOf(value), hidesUsers: replaces || !mergesMaps, hidesDefaults: replaces };
    },
    writes: (path) => walk(root, path).depth === path.length,
    locate(path, part) {
      const { node, nodeDepth, depth } = walk(root, path);
      const complete = depth === path.length;
      if (depth === 0) return whole ?? { source, start: 0, end: complete ? text.length : 0 };
      const inside = path.slice(nodeDepth, depth);
      const found = inside.length === 0 ? node : placeInJson(flagText, node.value.start, inside);
      return span(complete && part === 'value' ? found.value : found.key);
    },
  };
}

/** Whether the document is that of a flag. */
export function isFlagDocument(document: ValuesDocument | undefined): document is FlagDocument {
  return document !== undefined && 'reach' in document;
}

function walk(root: Node, path: ValuesPath): Arrival {
  let node = root;
  let depth = 0;
  let inList = false;
  for (; depth < path.length; depth++) {
    const child = node.below.get(String(path[depth]));
    if (!child) break;
    inList ||= child.isIndex;
    node = child;
  }
  const nodeDepth = depth;
  let value = node.assigned;
  for (; depth < path.length; depth++) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, path[depth]!)) break;
    inList ||= Array.isArray(value);
    value = (value as Record<string | number, JsonValue>)[path[depth]!];
  }
  return { node, nodeDepth, depth, inList, value };
}

function treeOf(writes: readonly FlagWrite[]): Node {
  const nowhere: Place = { start: 0, end: 0 };
  const root: Node = { key: nowhere, value: nowhere, isIndex: false, below: new Map() };
  for (const { segments, value, start, end, items } of writes) {
    let node = root;
    for (const [i, segment] of segments.entries()) {
      const place = { start: segments[i + 1]?.start ?? start, end };
      node = childOf(node, segment.name, segment, place);
    }
    node.below.clear();
    node.assigned = value;
    if (segments.length === 0) node.value = { start, end };
    for (const [i, item] of (items ?? []).entries()) {
      childOf(node, i, item, item).assigned = (value as JsonValue[])[i]!;
    }
  }
  return root;
}

function childOf(parent: Node, name: string | number, key: Place, value: Place): Node {
  const known = parent.below.get(String(name));
  if (known) {
    known.key = key;
    known.value = value;
    return known;
  }
  const child: Node = { key, value, isIndex: typeof name === 'number', below: new Map() };
  parent.below.set(String(name), child);
  return child;
}

/** Where a path stands inside the JSON value that starts at the offset. The elements of a list are their own keys. */
function placeInJson(text: string, start: number, path: ValuesPath): { key: Place; value: Place } {
  let found = { key: { start, end: start }, value: { start, end: start } };
  scanJson(text, start, (entry) => {
    if (!samePath(entry.path, path)) return;
    const value = { start: entry.start, end: entry.end };
    found = { key: entry.key ?? value, value };
  });
  return found;
}
