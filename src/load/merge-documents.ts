import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { PositionIndex } from './position-index.ts';

const MAP_STRIDE = 4;

/**
 * The maps one over the other in order, map by map, as Helm does with the documents of one file (`MergeMaps`); nulls stay.
 * Keys are located where the last document writes them. All at once, because merging one by one copies the first each time.
 */
export function mergeDocuments(documents: readonly JsonObject[], index: PositionIndex): JsonObject {
  if (documents.length === 1) return documents[0]!;
  const keys: string[] = [];
  const spans: number[] = [];
  /** For each key the maps that are one map in the end, or the last value alone. */
  const layers: JsonValue[][] = [];
  const slots = new Map<string, number>();
  for (const document of documents) {
    for (const [i, key] of index.keysOf(document).entries()) {
      const entry = index.entryAt(document, i);
      const slot = slots.get(key) ?? keys.length;
      slots.set(key, slot);
      keys[slot] = key;
      const value = document[key] as JsonValue;
      const below = layers[slot];
      if (below !== undefined && isJsonObject(value) && isJsonObject(below[0])) below.push(value);
      else layers[slot] = [value];
      for (let n = 0; n < MAP_STRIDE; n++) spans[slot * MAP_STRIDE + n] = index.offset(entry, n);
    }
  }
  const merged: JsonObject = {};
  keys.forEach((key, slot) => {
    const [last, ...more] = layers[slot]!;
    const value = more.length === 0 ? last : mergeDocuments(layers[slot] as JsonObject[], index);
    Object.defineProperty(merged, key, { value, writable: true, enumerable: true, configurable: true });
  });
  index.addMap(merged, keys.length, keys, 0, spans, 0);
  return merged;
}
