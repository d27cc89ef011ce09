import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { resolveReference } from './resolve-reference.ts';

/**
 * The schemas that describe the value at the path, outermost first: behind `properties`, `items` and `additionalProperties`,
 * with local references and `allOf` followed. Conditions are not entered: they only restrict.
 */
export function schemasAt(root: JsonSchema, path: ValuesPath): JsonObject[] {
  let current = expand(root, root, new Set());
  for (const segment of path) current = current.flatMap((schema) => child(root, schema, segment));
  return current;
}

function child(root: JsonSchema, schema: JsonObject, segment: string | number): JsonObject[] {
  const { properties, items, additionalProperties } = schema;
  if (isJsonObject(properties) && Object.hasOwn(properties, segment))
    return expand(root, properties[segment], new Set());
  const below =
    typeof segment === 'number' ? (Array.isArray(items) ? items[segment] : items) : additionalProperties;
  return expand(root, below, new Set());
}

/** The schema with what it refers to; a schema that refers to itself is listed once. */
function expand(root: JsonSchema, schema: unknown, seen: Set<unknown>): JsonObject[] {
  if (!isJsonObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const reference =
    typeof schema.$ref === 'string' ? expand(root, resolveReference(root, schema.$ref), seen) : [];
  const parts = Array.isArray(schema.allOf) ? schema.allOf.flatMap((part) => expand(root, part, seen)) : [];
  return [schema, ...reference, ...parts];
}
