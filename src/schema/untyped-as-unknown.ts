import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';

/** What says nothing of the type. */
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$comment',
  'deprecated',
  'x-chartlint',
]);

/** The schema with `tsType: unknown` where there are only words: json-schema-to-typescript would take those parts for maps. */
export function untypedAsUnknown(schema: JsonObject): JsonObject {
  const parts = mapSubschemas(schema, (part) => (isJsonObject(part) ? untypedAsUnknown(part) : part));
  return Object.keys(schema).every((keyword) => WORDS.has(keyword)) ? { ...parts, tsType: 'unknown' } : parts;
}
