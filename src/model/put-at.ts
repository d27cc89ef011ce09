import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import type { ValuesPath } from './values-path.ts';

/** Writes a value below keys of a map, which it makes where they are not maps yet. No key is special. */
export function putAt(data: JsonObject, path: ValuesPath, value: JsonValue): void {
  let map = data;
  for (const key of path.slice(0, -1)) {
    const below = Object.hasOwn(map, key) ? map[key] : undefined;
    if (isJsonObject(below)) map = below;
    else {
      const made: JsonObject = {};
      define(map, String(key), made);
      map = made;
    }
  }
  define(map, String(path.at(-1)), value);
}

function define(map: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}
