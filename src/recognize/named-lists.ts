import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { pathOf, type ValuesIndex } from './values-index.ts';

/** Lists under the name (in lower case), or under the name with `extra` before it. */
export function listsNamed(index: ValuesIndex, name: string): { path: ValuesPath; list: JsonValue[] }[] {
  return index
    .entries(({ lower }) => lower === name || lower === `extra${name}`)
    .flatMap(({ node, key, value }) =>
      Array.isArray(value) ? [{ path: pathOf(node, key), list: value }] : [],
    );
}

/** The maps of a list, an empty one for each other item. */
export function objectsIn(list: JsonValue): JsonObject[] {
  return Array.isArray(list) ? list.map((item) => (isJsonObject(item) ? item : {})) : [];
}
