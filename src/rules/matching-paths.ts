import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The paths of the values that fit the pattern of an annotation; `*` stands for any key or index. */
export function matchingPaths(data: JsonValue, pattern: readonly string[]): ValuesPath[] {
  let matches: { path: (string | number)[]; value: JsonValue }[] = [{ path: [], value: data }];
  for (const segment of pattern) {
    matches = matches.flatMap(({ path, value }) => {
      if (Array.isArray(value)) {
        return value.flatMap((item, i) =>
          segment === '*' || segment === String(i) ? [{ path: [...path, i], value: item }] : [],
        );
      }
      if (!isJsonObject(value)) return [];
      const keys = segment === '*' ? Object.keys(value) : Object.hasOwn(value, segment) ? [segment] : [];
      return keys.map((key) => ({ path: [...path, key], value: value[key]! }));
    });
  }
  return matches.map(({ path }) => path);
}
