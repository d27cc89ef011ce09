import type { EntryPart } from '../model/fact.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Origin } from '../model/merged-values.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A layer that may write a value, and the place inside that layer's data where it would. */
export interface Source {
  readonly layer: Layer;
  readonly at: ValuesPath;
}

/** How far down a path a layer writes. */
interface Reach {
  /** The number of leading segments that the layer writes. */
  readonly depth: number;
  /** Whether what the layer writes there hides everything that weaker layers write at the path. */
  readonly hides: boolean;
}

/**
 * Where the value is written, given the layers that may write it, strongest first. O(depth × layers).
 * A map inside a stronger layer lets weaker layers through; a scalar, a list or a null does not.
 */
export function findOrigin(sources: readonly Source[], part: EntryPart): Origin {
  let nearest: Source | undefined;
  let nearestDepth = 0;
  for (const source of sources) {
    const { depth, hides } = reachOf(source.layer, source.at);
    const { document } = source.layer;
    if (depth === source.at.length && document) {
      return { span: document.locate(source.at, part), written: true };
    }
    if (document && isUserLayer(source.layer) && depth > nearestDepth) {
      nearest = source;
      nearestDepth = depth;
    }
    if (hides) break;
  }
  nearest ??= strongestDocument(sources);
  const document = nearest?.layer.document;
  if (!nearest || !document) return { span: { file: '', start: 0, end: 0 }, written: false };
  return { span: document.locate(nearest.at, 'key'), written: false };
}

/** Whether the layer writes the whole path. */
export function writesPath({ layer, at }: Source): boolean {
  return reachOf(layer, at).depth === at.length;
}

function reachOf(layer: Layer, at: ValuesPath): Reach {
  let current: JsonValue = layer.data;
  let depth = 0;
  for (; depth < at.length; depth++) {
    const segment = at[depth]!;
    if (!isJsonObject(current) && !Array.isArray(current)) break;
    if (!Object.hasOwn(current, segment) || (Array.isArray(current) && segment === 'length')) break;
    current = (current as Record<string | number, JsonValue>)[segment]!;
  }
  return { depth, hides: depth === at.length || !isJsonObject(current) };
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
