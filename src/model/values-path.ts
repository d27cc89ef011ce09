import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

/** Keys and list indexes from the root of a release's values down to one value. The root is `[]`. */
export type ValuesPath = readonly (string | number)[];

/** The value at the path, or undefined when nothing is there. Never looks at prototypes. */
export function valueAt(data: JsonValue | undefined, path: ValuesPath): JsonValue | undefined {
  let current: JsonValue | undefined = data;
  for (const segment of path) {
    current = childOf(current, segment);
    if (current === undefined) return undefined;
  }
  return current;
}

/** The value right below the key or index, or undefined when nothing is there. Never looks at prototypes. */
export function childOf(value: JsonValue | undefined, segment: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(segment)];
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** The map at the path, or undefined when nothing or another type is there. */
export function objectAt(data: JsonValue | undefined, path: ValuesPath): JsonObject | undefined {
  const value = valueAt(data, path);
  return isJsonObject(value) ? value : undefined;
}

/** Whether both paths name the same place; `0` and `"0"` are the same segment, as in a JSON Pointer. */
export function samePath(a: ValuesPath, b: ValuesPath): boolean {
  if (a.length !== b.length) return false;
  // Paths of one release mostly differ at their ends.
  for (let i = a.length - 1; i >= 0; i--) if (!sameSegment(a[i], b[i])) return false;
  return true;
}

/** Whether `path` is `prefix` or lies below it. */
export function startsWith(path: ValuesPath, prefix: ValuesPath): boolean {
  if (prefix.length > path.length) return false;
  for (let i = 0; i < prefix.length; i++) if (!sameSegment(prefix[i], path[i])) return false;
  return true;
}

function sameSegment(a: string | number | undefined, b: string | number | undefined): boolean {
  return a === b || (typeof a !== typeof b && String(a) === String(b));
}
