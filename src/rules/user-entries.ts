import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/** A key that a user layer writes, with what it writes there; the effective value may be another one. */
export interface UserEntry {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly layer: Layer;
}

/**
 * The keys that the user's files and flags write, outside lists, weakest layer first and in the order of the file: those of
 * which the test takes what is written and the effective value.
 */
export function userEntries(
  { values }: Release,
  test: (written: JsonValue, effective: JsonValue | undefined) => boolean,
): UserEntry[] {
  const found: UserEntry[] = [];
  for (const layer of values.layers) {
    if (!isUserLayer(layer)) continue;
    const keys = [...layer.scope];
    const visit = (map: JsonObject, effective: JsonValue | undefined): void => {
      for (const key of Object.keys(map)) {
        const value = map[key]!;
        const now = isJsonObject(effective) && Object.hasOwn(effective, key) ? effective[key] : undefined;
        if (test(value, now)) found.push({ path: [...keys, key], value, layer });
        if (!isJsonObject(value)) continue;
        keys.push(key);
        visit(value, now);
        keys.pop();
      }
    };
    visit(layer.data, valueAt(values.data, layer.scope));
  }
  return found;
}
