import { KEYWORDS } from '../json-schema/keywords.ts';
import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import { onlyDescribes } from '../json-schema/only-describes.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';

/**
 * The schema for json-schema-to-typescript: with `tsType: unknown` where there are only words, which it would take for maps, and without
 * what it refuses or takes for its own (`tsType` of a stranger is code) but JSON Schema does not know.
 */
export function untypedAsUnknown(schema: JsonObject): JsonObject {
  const parts = mapSubschemas(schema, (part) => (isJsonObject(part) ? untypedAsUnknown(part) : part));
  const known = Object.fromEntries(
    Object.entries(parts).filter(([keyword, value]) => counts(keyword, value)),
  );
  if (!isRange(known.minItems, known.maxItems)) {
    delete known.minItems;
    delete known.maxItems;
  }
  return onlyDescribes(schema) ? { ...known, tsType: 'unknown' } : known;
}

/** Its own words are for chartlint alone, and a `deprecated` that is no switch ends json-schema-to-typescript. */
function counts(keyword: string, value: unknown): boolean {
  if (keyword === 'deprecated') return typeof value === 'boolean';
  return KEYWORDS.has(keyword) && keyword !== 'x-chartlint';
}

/** Lengths between which there are some. */
function isRange(least: unknown, most: unknown): boolean {
  if (typeof least === 'number' && least < 0) return false;
  return typeof most !== 'number' || most >= (typeof least === 'number' ? least : 0);
}
