import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

/** Keys and list indexes from the root of a release's values down to one value. The root is `[]`. */
export type ValuesPath = readonly (string | number)[];

/** The value at the path, or undefined when nothing is there. Never looks at prototypes. */
export function valueAt(data: JsonValue | undefined, path: ValuesPath): JsonValue | undefined {
  let current: JsonValue | undefined = data;
  for (const segment of path) {
    if (Array.isArray(current)) current = current[Number(segment)];
    else if (isJsonObject(current) && Object.hasOwn(current, segment)) current = current[segment];
    else return undefined;
  }
  return current;
}

/** The map at the path, or undefined when nothing or another type is there. */
export function objectAt(data: JsonValue | undefined, path: ValuesPath): JsonObject | undefined {
  const value = valueAt(data, path);
  return isJsonObject(value) ? value : undefined;
}

/** Whether both paths name the same place; `0` and `"0"` are the same segment, as in a JSON Pointer. */
export function samePath(a: ValuesPath, b: ValuesPath): boolean {
  return a.length === b.length && startsWith(a, b);
}

/** Whether `path` is `prefix` or lies below it. */
export function startsWith(path: ValuesPath, prefix: ValuesPath): boolean {
  if (prefix.length > path.length) return false;
  return prefix.every((segment, i) => String(segment) === String(path[i]));
}
