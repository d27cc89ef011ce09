import type { SchemaPlace } from '../json-schema/schema-place.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';

/** Keywords that say more of a value than its type. A message beside one of them is hardly about the type. */
const MORE_THAN_TYPE = [
  'const',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'multipleOf',
  'not',
  'pattern',
];
/** Keywords about the keys of a map, which have better words than a message about the map. */
const ABOUT_KEYS = new Set(['additionalProperties', 'propertyNames', 'unevaluatedProperties']);

/**
 * What the author of the schema says when the keyword fails there: `x-chartlint.message`, or `errorMessage` as the
 * ajv-errors package reads it (a text, or texts by keyword, for `required` also by key, `_` for the rest).
 */
export function authorsMessage(
  place: SchemaPlace,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  value: JsonValue | undefined,
): string | undefined {
  const { schema } = place;
  if (!isJsonObject(schema)) return undefined;
  if (isJsonObject(schema.errorMessage)) {
    const specific = byKeyword(schema.errorMessage, keyword, params);
    if (specific !== undefined) return specific;
  }
  if (ABOUT_KEYS.has(keyword)) return undefined;
  if (keyword === 'type' && value !== null && MORE_THAN_TYPE.some((other) => Object.hasOwn(schema, other))) {
    return undefined;
  }
  const annotation = schema['x-chartlint'];
  if (isJsonObject(annotation) && typeof annotation.message === 'string') return annotation.message;
  return typeof schema.errorMessage === 'string' ? schema.errorMessage : undefined;
}

function byKeyword(
  messages: Readonly<Record<string, unknown>>,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
): string | undefined {
  const written = Object.hasOwn(messages, keyword) ? messages[keyword] : messages._;
  if (typeof written === 'string') return written;
  if (!isJsonObject(written) || typeof params.missingProperty !== 'string') return undefined;
  const byKey = Object.hasOwn(written, params.missingProperty) ? written[params.missingProperty] : undefined;
  return typeof byKey === 'string' ? byKey : undefined;
}
