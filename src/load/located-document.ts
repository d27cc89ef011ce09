import type { EntryPart } from '../model/entry-part.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { PositionIndex } from './position-index.ts';

/** One YAML file of any type that knows where each key and value is written. */
export interface YamlDocument<Data extends JsonValue = JsonValue> {
  readonly source: Source;
  readonly text: string;
  readonly data: Data;
  /** Whether the file writes something (a null counts) at the path. The root is always written. */
  writes(path: ValuesPath): boolean;
  /**
   * Where the key or value is written; of a path that is not written, its closest written ancestor's key. A key that is a boolean to YAML is
   * found under the name that stands there as well.
   */
  locate(path: ValuesPath, part: EntryPart): Span;
}

/** Data and index as a document. Spans are UTF-16 offsets into the text as given, byte order mark included. */
export function locatedDocument<Data extends JsonValue>(
  source: Source,
  text: string,
  data: Data,
  index: PositionIndex,
): YamlDocument<Data> {
  return {
    source,
    text,
    data,
    writes: (path) => path.length === 0 || valueAt(data, path) !== undefined,
    locate: (path, part) => ({ source, ...locate(text, data, index, path, part) }),
  };
}

function locate(
  text: string,
  data: JsonValue,
  index: PositionIndex,
  path: ValuesPath,
  part: EntryPart,
): Omit<Span, 'source'> {
  let container: JsonValue | undefined = data;
  let entry = -1;
  let isItem = false;
  let missing = false;
  for (const segment of path) {
    const isOpen: boolean = typeof container === 'object' && container !== null;
    const found: number = isOpen ? index.find(container as object, segment) : -1;
    const name: string | number = found === -1 && isOpen ? readAs(segment) : segment;
    const next: number =
      found === -1 && name !== segment ? writtenAs(text, index, container as object, segment, name) : found;
    if (next === -1) {
      missing = true;
      break;
    }
    entry = next;
    isItem = Array.isArray(container);
    container = valueAt(container, [name]);
  }
  if (entry === -1) return { start: 0, end: 0 };
  // An item has no key: its value stands in for it.
  if (isItem || (part === 'value' && !missing)) return index.valueAt(entry, isItem);
  return { start: index.offset(entry, 0), end: index.offset(entry, 1) };
}

/** What Helm's reader makes of a key that is a boolean to it: `y` becomes `true`. */
function readAs(segment: string | number): string | number {
  if (typeof segment !== 'string' || segment.length > 3) return segment;
  if (/^(?:y|yes|on)$/i.test(segment)) return 'true';
  return /^(?:n|no|off)$/i.test(segment) ? 'false' : segment;
}

/** The entry that is read under another name than the one that stands there, which is how people call it. */
function writtenAs(
  text: string,
  index: PositionIndex,
  container: object,
  segment: string | number,
  name: string | number,
): number {
  const entry = Array.isArray(container) ? -1 : index.find(container, name);
  if (entry === -1) return -1;
  return text.slice(index.offset(entry, 0), index.offset(entry, 1)) === segment ? entry : -1;
}
