import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import { childOf, type ValuesPath, valueAt } from '../model/values-path.ts';

/** A key that a user layer writes, and what the chart's defaults hold there. */
export interface UserEntry {
  readonly path: ValuesPath;
  readonly before: JsonValue;
  readonly layer: Layer;
}

/**
 * The keys that the user's files and flags write over defaults of the chart, outside lists, weakest layer first and in the
 * order of the file: those of which the test takes what is written, the effective value and the default.
 */
export function overwrittenDefaults(
  { values }: Release,
  test: (written: JsonValue, effective: JsonValue | undefined, before: JsonValue) => boolean,
): UserEntry[] {
  const found: UserEntry[] = [];
  for (const layer of values.layers) {
    if (!isUserLayer(layer)) continue;
    const keys = [...layer.scope];
    const visit = (map: JsonObject, effective: JsonValue | undefined, defaults: JsonObject): void => {
      for (const key of Object.keys(map)) {
        const before = childOf(defaults, key);
        if (before === undefined) continue;
        const value = map[key]!;
        const now = isJsonObject(effective) ? childOf(effective, key) : undefined;
        if (test(value, now, before)) found.push({ path: [...keys, key], before, layer });
        if (!isJsonObject(value) || !isJsonObject(before)) continue;
        keys.push(key);
        visit(value, now, before);
        keys.pop();
      }
    };
    const defaults = values.defaultAt(layer.scope);
    if (isJsonObject(defaults)) visit(layer.data, valueAt(values.data, layer.scope), defaults);
  }
  return found;
}
