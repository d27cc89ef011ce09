import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';

/** Keywords that hold one schema (`items` and `dependencies` sometimes hold something else, which is kept). */
const SINGLE = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
/** Keywords that hold a list of schemas. */
const LISTS = new Set(['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']);
/** Keywords that hold schemas by name. */
const MAPS = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/** A copy of a schema object with each schema right below it replaced; everything else stays as it is. */
export function mapSubschemas(
  schema: JsonObject,
  change: (part: JsonValue, keyword: string, name?: string) => JsonValue,
): JsonObject {
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (LISTS.has(keyword) && Array.isArray(value)) {
      result[keyword] = value.map((part) => change(part, keyword));
    } else if (MAPS.has(keyword) && isJsonObject(value)) {
      result[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, part]) => [
          name,
          // `dependencies` may name keys instead.
          Array.isArray(part) ? part : change(part, keyword, name),
        ]),
      );
    } else if (SINGLE.has(keyword) && (isJsonObject(value) || typeof value === 'boolean')) {
      result[keyword] = change(value, keyword);
    } else {
      result[keyword] = value;
    }
  }
  return result;
}
