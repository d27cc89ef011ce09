import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { plainName } from '../model/plain-name.ts';
import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** More than any hint would name. */
const MOST = 8;

/** Of each release, made once for all its keys: a walk for every unknown one would be quadratic. */
const indexes = new WeakMap<Release, ReadonlyMap<string, ValuesPath[]>>();

/** Where the chart's defaults have a key of the name, in any spelling. */
export function knownPlaces(release: Release, key: string): readonly ValuesPath[] {
  const index = indexes.get(release) ?? indexOf(release);
  indexes.set(release, index);
  return index.get(plainName(key)) ?? [];
}

function indexOf(release: Release): ReadonlyMap<string, ValuesPath[]> {
  const places = new Map<string, ValuesPath[]>();
  const visit = (value: JsonValue | undefined, path: ValuesPath): void => {
    if (!isJsonObject(value)) return;
    for (const [name, below] of Object.entries(value)) {
      const at = [...path, name];
      const plain = plainName(name);
      const same = places.get(plain);
      if (same === undefined) places.set(plain, [at]);
      else if (same.length <= MOST) same.push(at);
      visit(below, at);
    }
  };
  visit(release.values.defaultAt([]), []);
  return places;
}
