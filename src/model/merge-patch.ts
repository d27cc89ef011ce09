import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

/** The target with a patch applied: maps are merged, null removes, all else replaces (RFC 7386, section 2). */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const result: JsonObject = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = isJsonObject(value) ? mergePatch(mapOrNone(result[key]), value) : value;
  }
  return result;
}

function mapOrNone(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
