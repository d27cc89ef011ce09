import { Draft, get, put } from '../../merge/draft.ts';
import type { MergedLayers } from '../../merge/merged-layers.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';

/**
 * The values with some of them as the chart has them, or without them where it has none: what Helm would go on to meet when a
 * mistake were mended. Everything else is shared with the original.
 */
export function resetValues(values: MergedLayers, paths: readonly ValuesPath[]): MergedLayers {
  const draft = new Draft();
  let data = values.data;
  for (const path of paths) {
    if (path.length > 0) data = changed(data, path, defaultFor(values, path), draft) as JsonObject;
  }
  return { ...values, data };
}

/** A default that is what the user has as well, or no better than it, helps nobody. */
function defaultFor(values: MergedLayers, path: ValuesPath): JsonValue | undefined {
  const before = values.defaultAt(path);
  return JSON.stringify(before) === JSON.stringify(valueAt(values.data, path)) ? undefined : before;
}

/** The value with another one at the path, in maps and lists of the draft. */
function changed(
  value: JsonValue,
  [key, ...rest]: ValuesPath,
  to: JsonValue | undefined,
  draft: Draft,
): JsonValue {
  if (Array.isArray(value)) {
    const items = draft.own(value);
    const i = Number(key);
    if (rest.length > 0) items[i] = changed(items[i] ?? null, rest, to, draft);
    else items.splice(i, 1, ...(to === undefined ? [] : [to]));
    return items;
  }
  if (!isJsonObject(value)) return value;
  const map = draft.own(value);
  const name = String(key);
  if (rest.length > 0) put(map, name, changed(get(map, name) ?? null, rest, to, draft));
  else if (to === undefined) delete map[name];
  else put(map, name, to);
  return map;
}
