import type { EntryPart } from '../model/fact.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Origin } from '../model/merged-values.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { reachOf } from './reach.ts';

/** A layer that may write a value, and the place inside that layer's data where it would. */
export interface Source {
  readonly layer: Layer;
  readonly at: ValuesPath;
}

/**
 * Where the value is written, given the layers that may write it, strongest first. O(depth × layers).
 * A map inside a stronger layer lets weaker layers through; a scalar, a list or a null does not.
 */
export function findOrigin(sources: readonly Source[], part: EntryPart): Origin {
  let nearest: Source | undefined;
  let nearestDepth = 0;
  let usersHidden = false;
  let defaultsHidden = false;
  for (const source of sources) {
    const { document } = source.layer;
    const isUser = isUserLayer(source.layer);
    if (isUser ? usersHidden : defaultsHidden) continue;
    const { depth, hidesUsers, hidesDefaults } = reachOf(source.layer, source.at);
    if (depth === source.at.length && document) {
      return { span: document.locate(source.at, part), written: true };
    }
    if (document && isUser && depth > nearestDepth) {
      nearest = source;
      nearestDepth = depth;
    }
    usersHidden ||= hidesUsers;
    defaultsHidden ||= hidesDefaults;
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

/** A values file is the best place to add a missing key, then the chart's own file, a flag only when there is no other. */
function strongestDocument(sources: readonly Source[]): Source | undefined {
  const withDocument = sources.filter((source) => source.layer.document);
  return (
    withDocument.find((source) => source.layer.kind === 'values-file') ??
    withDocument.find((source) => !isUserLayer(source.layer)) ??
    withDocument[0]
  );
}
