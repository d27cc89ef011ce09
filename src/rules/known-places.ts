import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { plainName } from '../model/plain-name.ts';
import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** More than any hint would name. */
const MOST = 8;

/** Where the chart's defaults have a key of the name, in any spelling. */
export function knownPlaces(release: Release, key: string): ValuesPath[] {
  const plain = plainName(key);
  const places: ValuesPath[] = [];
  const visit = (value: JsonValue | undefined, path: ValuesPath): void => {
    if (!isJsonObject(value) || places.length > MOST) return;
    for (const [name, below] of Object.entries(value)) {
      const at = [...path, name];
      if (plainName(name) === plain) places.push(at);
      visit(below, at);
    }
  };
  visit(release.values.defaultAt([]), []);
  return places;
}
