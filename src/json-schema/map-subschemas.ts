import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { KEYWORDS } from './keywords.ts';

/** A copy of a schema object with each schema right below it replaced; everything else stays as it is. */
export function mapSubschemas(
  schema: JsonObject,
  change: (part: JsonValue, keyword: string, name?: string) => JsonValue,
): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, changed(keyword, value, change)]),
  );
}

function changed(
  keyword: string,
  value: JsonValue,
  change: (part: JsonValue, keyword: string, name?: string) => JsonValue,
): JsonValue {
  switch (KEYWORDS.get(keyword)?.holds) {
    case 'list of schemas':
    case 'schema or list of schemas':
      if (Array.isArray(value)) return value.map((part) => change(part, keyword));
      return keyword === 'items' && isSchema(value) ? change(value, keyword) : value;
    case 'schema':
      return isSchema(value) ? change(value, keyword) : value;
    case 'map of schemas':
    case 'map of patterns to schemas':
    case 'map of schemas or keys':
      if (!isJsonObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [
          name,
          Array.isArray(part) ? part : change(part, keyword, name),
        ]),
      );
    default:
      return value;
  }
}

function isSchema(value: JsonValue): boolean {
  return isJsonObject(value) || typeof value === 'boolean';
}
