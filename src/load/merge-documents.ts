import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { PositionIndex } from './position-index.ts';

const MAP_STRIDE = 4;

/**
 * The later map over the earlier, map by map, as `MergeMaps` of Helm does with the documents of one file; nulls stay.
 * Keys are located where the winning document writes them.
 */
export function mergeDocuments(earlier: JsonObject, later: JsonObject, index: PositionIndex): JsonObject {
  const merged: JsonObject = {};
  const keys: string[] = [];
  const spans: number[] = [];
  const slots = new Map<string, number>();
  for (const source of [earlier, later]) {
    for (let i = 0; i < index.count(source); i++) {
      const key = index.keyAt(source, i);
      const entry = index.entryAt(source, i);
      const value = source[key] as JsonValue;
      const slot = slots.get(key) ?? keys.length;
      const before = slot < keys.length ? merged[key] : undefined;
      const both = isJsonObject(before) && isJsonObject(value);
      define(merged, key, both ? mergeDocuments(before, value, index) : value);
      slots.set(key, slot);
      keys[slot] = key;
      for (let n = 0; n < MAP_STRIDE; n++) spans[slot * MAP_STRIDE + n] = index.offset(entry, n);
    }
  }
  index.addMap(merged, keys, 0, spans, 0);
  return merged;
}

function define(map: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}
