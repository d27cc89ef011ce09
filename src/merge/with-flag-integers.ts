import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { flagInteger } from './flag-integer.ts';
import type { MergedLayers } from './merged-layers.ts';

/** Values in which integers past 2^53 that a `--set` flag wrote have all of their digits. */
export type ExactValue = JsonValue | bigint | ExactValue[] | { [key: string]: ExactValue };

/** The effective values; what holds no such integer is shared with them. */
export function withFlagIntegers(values: MergedLayers): ExactValue {
  const { data, layers } = values;
  if (!layers.some((layer) => layer.kind === 'set' && holdsLarge(layer.data))) return data;
  const exact = (value: JsonValue, path: ValuesPath): ExactValue => {
    if (isLarge(value)) return flagInteger(values, path) ?? value;
    if (Array.isArray(value)) return value.map((item, i) => exact(item, [...path, i]));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key, exact(below, [...path, key])]),
    );
  };
  return exact(data, []);
}

function holdsLarge(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return isLarge(value);
  return Object.values(value).some(holdsLarge);
}

function isLarge(value: JsonValue): value is number {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}
