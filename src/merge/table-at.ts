import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { get } from './draft.ts';

/** The map at a dotted path; undefined when it is no map. Helm's `Values.Table` (`pkg/chart/common/values.go`). */
export function tableAt(values: JsonObject, path: string): JsonObject | undefined {
  let table = values;
  for (const key of path.split('.')) {
    const next = get(table, key);
    if (!isJsonObject(next)) return undefined;
    table = next;
  }
  return table;
}

/** The value at a dotted path that is no map; undefined when there is none. Helm's `Values.PathValue`. */
export function plainValueAt(values: JsonObject, path: string): JsonValue | undefined {
  const cut = path.lastIndexOf('.');
  const table = cut === -1 ? values : tableAt(values, path.slice(0, cut));
  const value = table && get(table, path.slice(cut + 1));
  return isJsonObject(value) ? undefined : value;
}
