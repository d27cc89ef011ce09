import type { EntryPart } from '../model/entry-part.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Origin } from '../model/merged-values.ts';
import { NOWHERE } from '../model/source.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { reachOf } from './reach-of.ts';
import { kindOf, type ValueKind } from './value-kind.ts';

/** A layer that may write a value, and the place inside that layer's data where it would. */
export interface Source {
  readonly layer: Layer;
  readonly at: ValuesPath;
}

/**
 * Where the value at `path` of the effective values `data` is written, given the layers that may write it, strongest
 * first. O(depth × layers). A map inside a stronger layer lets weaker layers through; a scalar, a list or a null hides
 * them, unless the effective value shows that it lost.
 */
export function findOrigin(
  sources: readonly Source[],
  part: EntryPart,
  path: ValuesPath,
  data: JsonObject,
): Origin {
  const kinds = kindsAlong(data, path);
  let nearest: Source | undefined;
  let leastMissing = Number.POSITIVE_INFINITY;
  let usersHidden = false;
  let defaultsHidden = false;
  for (const source of sources) {
    const { document } = source.layer;
    const isUser = isUserLayer(source.layer);
    if (isUser ? usersHidden : defaultsHidden) continue;
    const { depth, kind, hidesUsers, hidesDefaults } = reachOf(source.layer, source.at);
    const missing = source.at.length - depth;
    const effective = kinds[path.length - missing];
    const lost = effective !== undefined && kind !== effective;
    if (missing === 0 && document && !lost)
      return { span: document.locate(source.at, part), written: true, layer: source.layer };
    // Of two ancestors as close, a file is the better place to add a key than a flag.
    const closer = missing < leastMissing || (missing === leastMissing && nearest?.layer.flag !== undefined);
    if (document && isUser && depth > 0 && closer) {
      nearest = source;
      leastMissing = missing;
    }
    if (lost) continue;
    usersHidden ||= hidesUsers;
    defaultsHidden ||= hidesDefaults;
  }
  nearest ??= strongestDocument(sources);
  const document = nearest?.layer.document;
  if (!nearest || !document) return { span: { source: NOWHERE, start: 0, end: 0 }, written: false };
  return { span: document.locate(nearest.at, 'key'), written: false };
}

/** The kind of the effective value after each segment of the path; undefined where there is none. */
function kindsAlong(data: JsonObject, path: ValuesPath): (ValueKind | undefined)[] {
  const kinds: (ValueKind | undefined)[] = ['map'];
  let current: JsonValue | undefined = data;
  for (const segment of path) {
    current = valueAt(current, [segment]);
    kinds.push(current === undefined ? undefined : kindOf(current));
  }
  return kinds;
}

/** Whether the layer writes the whole path. */
export function writesPath({ layer, at }: Source): boolean {
  return reachOf(layer, at).depth === at.length;
}

/** A values file is the best place to add a missing key, then the chart's own file, a flag only when there is no other. */
function strongestDocument(sources: readonly Source[]): Source | undefined {
  const withDocument = sources.filter((source) => source.layer.document);
  return (
    withDocument.find((source) => source.layer.kind === 'values-file') ??
    withDocument.find((source) => !isUserLayer(source.layer)) ??
    withDocument[0]
  );
}
