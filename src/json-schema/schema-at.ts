import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { References } from './references.ts';
import type { SchemaPlace } from './schema-place.ts';

/**
 * The schemas that describe the value at the path, outermost first: behind `properties`, `items` and `additionalProperties`,
 * with references and `allOf` followed. Conditions are not entered: they only restrict.
 */
export function schemasAt(root: JsonSchema, path: ValuesPath): JsonObject[] {
  const references = new References(root);
  let current = expand(references, references.root, new Set());
  for (const segment of path) {
    current = current.flatMap((place) => expand(references, child(references, place, segment), new Set()));
  }
  return current.map(({ schema }) => schema as JsonObject);
}

function child(references: References, place: SchemaPlace, segment: string | number): SchemaPlace {
  const { properties, items } = place.schema as JsonObject;
  if (isJsonObject(properties) && Object.hasOwn(properties, segment)) {
    return references.step(place, 'properties', segment);
  }
  if (typeof segment !== 'number') return references.step(place, 'additionalProperties');
  return Array.isArray(items) ? references.step(place, 'items', segment) : references.step(place, 'items');
}

/** The schema with what it refers to; a schema that refers to itself is listed once. */
function expand(references: References, place: SchemaPlace, seen: Set<unknown>): SchemaPlace[] {
  const { schema } = place;
  if (!isJsonObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const others = references.follow(place);
  if (Array.isArray(schema.allOf)) {
    others.push(...schema.allOf.map((_, i) => references.step(place, 'allOf', i)));
  }
  return [place, ...others.flatMap((other) => expand(references, other, seen))];
}
