import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { put } from './draft.ts';

/**
 * The map without the keys whose value is null, at every level of maps (not inside lists); the map itself when it has
 * none. Helm's `cleanNilValues` (`pkg/chart/common/util/coalesce.go`, since 4.2.0), `trimNilValues` of older versions.
 */
export function withoutNulls(map: JsonObject): JsonObject {
  let cleaned: JsonObject | undefined;
  for (const [key, value] of Object.entries(map)) {
    if (value === null) {
      cleaned ??= { ...map };
      delete cleaned[key];
    } else if (isJsonObject(value)) {
      const child = withoutNulls(value);
      if (child === value) continue;
      cleaned ??= { ...map };
      put(cleaned, key, child);
    }
  }
  return cleaned ?? map;
}
