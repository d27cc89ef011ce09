import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

/** The target with a patch applied: maps are merged, null removes, all else replaces (RFC 7386, section 2). */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  return merged(target, patch, false);
}

/** Two patches as one: what the second says comes over the first, and null is kept, for whatever the result is applied to. */
export function joinPatches(first: JsonObject, second: JsonObject): JsonObject {
  return merged(first, second, true);
}

function merged(target: JsonObject, patch: JsonObject, keepsNull: boolean): JsonObject {
  const result: JsonObject = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null && !keepsNull) delete result[key];
    else result[key] = isJsonObject(value) ? merged(mapOrNone(result[key]), value, keepsNull) : value;
  }
  return result;
}

function mapOrNone(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
