import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { parsePathPattern } from '../model/path-pattern.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';

/**
 * The values with the maps that lie around what comes at deploy time: `provided: [auth.password]` makes `auth` one, as the flag
 * will. Nothing is changed in place. `scope` is where the values lie in those of the release, which the patterns are about.
 */
export function withProvidedMaps(
  data: JsonObject,
  provided: readonly string[] = [],
  scope: ValuesPath = [],
): JsonObject {
  return provided.reduce((all, pattern) => {
    const path = parsePathPattern(pattern);
    if (!startsWith(path, scope)) return all;
    const around = path.slice(scope.length, -1);
    return around.some((segment) => /[*?{]|^\d+$/.test(segment)) ? all : withMaps(all, around);
  }, data);
}

function withMaps(data: JsonObject, [key, ...rest]: readonly string[]): JsonObject {
  if (key === undefined) return data;
  const below = (Object.hasOwn(data, key) ? data[key] : undefined) ?? {};
  if (!isJsonObject(below)) return data;
  const made = withMaps(below, rest);
  return made === data[key] ? data : { ...data, [key]: made };
}
