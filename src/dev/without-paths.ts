import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';

/** The value without what stands at or below paths. */
export function withoutPaths(value: JsonValue, paths: readonly ValuesPath[], at: ValuesPath = []): JsonValue {
  const isOut = (path: ValuesPath): boolean => paths.some((one) => startsWith(path, one));
  if (Array.isArray(value))
    return value.map((item, i) => (isOut([...at, i]) ? null : withoutPaths(item, paths, [...at, i])));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, below]) =>
      isOut([...at, key]) ? [] : [[key, withoutPaths(below, paths, [...at, key])]],
    ),
  );
}
