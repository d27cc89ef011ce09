import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/** The layer with other data, which its document has places for. */
export function layerWithData(layer: Layer, data: JsonObject): Layer {
  const { document } = layer;
  if (document === undefined) return { ...layer, data };
  const writes = (at: ValuesPath): boolean => at.length === 0 || valueAt(data, at) !== undefined;
  return {
    ...layer,
    data,
    document: { ...document, data, writes, locate: (at, part) => document.locate(at, part) },
  };
}
