import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';

/** The texts of a list, with the path of each; nothing where there is no list. */
export function textsAt(data: JsonValue, at: ValuesPath): { at: ValuesPath; text: string }[] {
  return itemsAt(data, at).flatMap(({ at: place, value }) =>
    typeof value === 'string' ? [{ at: place, text: value }] : [],
  );
}

/** The maps of a list, with the path of each; nothing where there is no list. */
export function mapsAt(data: JsonValue, at: ValuesPath): { at: ValuesPath; map: JsonObject }[] {
  return itemsAt(data, at).flatMap(({ at: place, value }) =>
    isJsonObject(value) ? [{ at: place, map: value }] : [],
  );
}

/** The items of a list, with the path of each; nothing where there is no list. */
export function itemsAt(data: JsonValue, at: ValuesPath): { at: ValuesPath; value: JsonValue }[] {
  const list = valueAt(data, at);
  return Array.isArray(list) ? list.map((value, i) => ({ at: [...at, i], value })) : [];
}
