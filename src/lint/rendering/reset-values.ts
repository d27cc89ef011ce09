import type { MergedLayers } from '../../merge/merged-layers.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';

/**
 * The values with some of them as the chart has them, or without them where it has none: what Helm would go on to meet when a
 * mistake were mended. Everything else is shared with the original.
 */
export function resetValues(values: MergedLayers, paths: readonly ValuesPath[]): MergedLayers {
  const own = new Set<JsonValue>();
  let data = values.data;
  for (const path of paths) {
    if (path.length > 0) data = changed(data, path, defaultFor(values, path), own) as JsonObject;
  }
  return { ...values, data };
}

/** A default that is what the user has as well, or no better than it, helps nobody. */
function defaultFor(values: MergedLayers, path: ValuesPath): JsonValue | undefined {
  const before = values.defaultAt(path);
  return JSON.stringify(before) === JSON.stringify(valueAt(values.data, path)) ? undefined : before;
}

/** The value with another one at the path. Each map and list is copied once: the copies are in `own`. */
function changed(
  value: JsonValue,
  [key, ...rest]: ValuesPath,
  to: JsonValue | undefined,
  own: Set<JsonValue>,
): JsonValue {
  if (Array.isArray(value)) {
    const items = owned(value, own);
    const i = Number(key);
    if (rest.length > 0) items[i] = changed(items[i] ?? null, rest, to, own);
    else items.splice(i, 1, ...(to === undefined ? [] : [to]));
    return items;
  }
  if (!isJsonObject(value)) return value;
  const map = owned(value, own);
  const name = String(key);
  if (rest.length > 0) set(map, name, changed(Object.hasOwn(map, name) ? map[name]! : null, rest, to, own));
  else if (to === undefined) delete map[name];
  else set(map, name, to);
  return map;
}

function owned<T extends JsonValue[] | JsonObject>(value: T, own: Set<JsonValue>): T {
  if (own.has(value)) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as T;
  own.add(copy);
  return copy;
}

/** A key may be called `__proto__`. */
function set(map: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}
