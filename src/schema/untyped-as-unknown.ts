import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { onlyDescribes } from '../json-schema/only-describes.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';

/** The schema with `tsType: unknown` where there are only words: json-schema-to-typescript would take those parts for maps. */
export function untypedAsUnknown(schema: JsonObject): JsonObject {
  const parts = mapSubschemas(schema, (part) => (isJsonObject(part) ? untypedAsUnknown(part) : part));
  return onlyDescribes(schema) ? { ...parts, tsType: 'unknown' } : parts;
}
