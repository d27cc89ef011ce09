import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** One map of the effective values and its place; the path is spelled out only when somebody asks. */
export interface ValueMap {
  readonly map: JsonObject;
  /** The key or index under which the map sits; undefined for the root. */
  readonly key: string | number | undefined;
  readonly parent: ValueMap | undefined;
}

/** Every map of the values, parents before children, also those inside lists. One walk that all recognizers share. */
export function valueMaps(data: JsonObject): ValueMap[] {
  const maps: ValueMap[] = [{ map: data, key: undefined, parent: undefined }];
  const visit = (value: JsonValue, key: string | number, parent: ValueMap): void => {
    if (isJsonObject(value)) maps.push({ map: value, key, parent });
    else if (Array.isArray(value)) {
      const list: ValueMap = { map: {}, key, parent };
      value.forEach((item, index) => {
        visit(item, index, list);
      });
    }
  };
  for (let i = 0; i < maps.length; i++) {
    const node = maps[i]!;
    for (const key of Object.keys(node.map)) {
      const value = node.map[key]!;
      if (typeof value === 'object' && value !== null) visit(value, key, node);
    }
  }
  return maps;
}

/** The path of the map, or of one of its keys. */
export function pathOf(node: ValueMap, key?: string): ValuesPath {
  const path: (string | number)[] = key === undefined ? [] : [key];
  for (let at: ValueMap | undefined = node; at?.key !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** The closest key that is a name, not a list index: `redis` for `redis`, `hosts` for `hosts[0]`. */
export function nameOf(node: ValueMap): string | undefined {
  for (let at: ValueMap | undefined = node; at !== undefined; at = at.parent) {
    if (typeof at.key === 'string') return at.key;
  }
  return undefined;
}
