import { flagInteger } from '../../merge/flag-integer.ts';
import type { MergedLayers } from '../../merge/merged-layers.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { fromJsonValue } from '../value/from-json-value.ts';
import type { GoMap, GoValue } from '../value/go-value.ts';
import { goInt64, goMap, isList, isMap } from '../value/make-value.ts';
import { valuesRoot } from '../value/values-source.ts';

/** The effective values as templates see them. Numbers are float64, as JSON has them, but whole ones of `--set` are int64. */
export function releaseValues(values: MergedLayers, traced: boolean): GoMap {
  const made = fromJsonValue(values.data, traced ? valuesRoot() : undefined);
  const root = isMap(made) ? made : goMap();
  const whole = new Set<number>();
  for (const { kind, data } of values.layers) if (kind === 'set') collectWhole(data, whole);
  if (whole.size > 0) markWhole(values, root, [], whole);
  return root;
}

function collectWhole(value: JsonValue, into: Set<number>): void {
  if (typeof value === 'number') into.add(value);
  else if (Array.isArray(value)) for (const item of value) collectWhole(item, into);
  else if (isJsonObject(value)) for (const below of Object.values(value)) collectWhole(below, into);
}

/** Makes int64 of the numbers that a `--set` flag wrote; only those that are equal to one of its numbers are looked up. */
function markWhole(values: MergedLayers, at: GoValue, path: ValuesPath, whole: ReadonlySet<number>): void {
  const fromSet = (value: GoValue, below: ValuesPath): bigint | undefined =>
    typeof value === 'number' && whole.has(value) ? flagInteger(values, below) : undefined;
  if (isMap(at)) {
    for (const [key, value] of at.entries) {
      const below = [...path, key];
      const integer = fromSet(value, below);
      if (integer !== undefined) at.entries.set(key, goInt64(integer));
      else markWhole(values, value, below, whole);
    }
  } else if (isList(at)) {
    for (const [i, value] of at.items.entries()) {
      const below = [...path, i];
      const integer = fromSet(value, below);
      if (integer !== undefined) at.items[i] = goInt64(integer);
      else markWhole(values, value, below, whole);
    }
  }
}
