import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { inlineReference } from './inline-reference.ts';

/**
 * Whether a schema of the bundle accepts a value that is known already (a default of the chart), as far as the keywords go
 * that chart schemas decide by; what it does not know counts as accepted. Findings never rest on this, only what an editor
 * asks for.
 */
export function acceptsValue(schema: JsonValue, value: JsonValue, definitions: JsonObject): boolean {
  const inlined = inlineReference(schema, definitions);
  if (!isJsonObject(inlined)) return inlined !== false;
  const accepts = (part: JsonValue, of: JsonValue = value): boolean => acceptsValue(part, of, definitions);
  return (
    acceptsScalar(inlined, value) &&
    (!isJsonObject(value) || acceptsMap(inlined, value, accepts)) &&
    (!Array.isArray(value) || acceptsList(inlined, value, accepts)) &&
    acceptsInPlace(inlined, accepts)
  );
}

type Accepts = (part: JsonValue, of?: JsonValue) => boolean;

function acceptsInPlace(schema: JsonObject, accepts: Accepts): boolean {
  const { allOf, anyOf, oneOf, not } = schema;
  if (Array.isArray(allOf) && !allOf.every((part) => accepts(part))) return false;
  if (Array.isArray(anyOf) && !anyOf.some((part) => accepts(part))) return false;
  if (Array.isArray(oneOf) && oneOf.filter((part) => accepts(part)).length !== 1) return false;
  if (not !== undefined && accepts(not)) return false;
  if (schema.if === undefined) return true;
  const consequence = accepts(schema.if) ? schema.then : schema.else;
  return consequence === undefined || accepts(consequence);
}

function acceptsScalar(schema: JsonObject, value: JsonValue): boolean {
  const { type, pattern, minLength, maxLength, minimum, maximum, exclusiveMinimum, exclusiveMaximum } =
    schema;
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name))) return false;
  const text = JSON.stringify(value);
  if (schema.const !== undefined && JSON.stringify(schema.const) !== text) return false;
  if (Array.isArray(schema.enum) && !schema.enum.some((known) => JSON.stringify(known) === text))
    return false;
  if (typeof value === 'string') {
    if (typeof minLength === 'number' && value.length < minLength) return false;
    if (typeof maxLength === 'number' && value.length > maxLength) return false;
    return typeof pattern !== 'string' || matches(pattern, value);
  }
  if (typeof value !== 'number') return true;
  if (typeof minimum === 'number' && value < minimum) return false;
  if (typeof maximum === 'number' && value > maximum) return false;
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return false;
  return typeof exclusiveMaximum !== 'number' || value < exclusiveMaximum;
}

function acceptsMap(schema: JsonObject, value: JsonObject, accepts: Accepts): boolean {
  const { required, properties, additionalProperties, minProperties, maxProperties } = schema;
  const size = Object.keys(value).length;
  if (typeof minProperties === 'number' && size < minProperties) return false;
  if (typeof maxProperties === 'number' && size > maxProperties) return false;
  if (Array.isArray(required) && required.some((key) => !Object.hasOwn(value, String(key)))) return false;
  const named = isJsonObject(properties) ? properties : {};
  return Object.entries(value).every(([key, item]) => {
    if (Object.hasOwn(named, key)) return accepts(named[key] as JsonValue, item);
    if (isJsonObject(schema.patternProperties)) return true;
    return additionalProperties === undefined || accepts(additionalProperties, item);
  });
}

function acceptsList(
  { items, minItems, maxItems }: JsonObject,
  value: JsonValue[],
  accepts: Accepts,
): boolean {
  if (typeof minItems === 'number' && value.length < minItems) return false;
  if (typeof maxItems === 'number' && value.length > maxItems) return false;
  return !isJsonObject(items) || value.every((item) => accepts(items, item));
}

function isOfType(value: JsonValue, type: JsonValue): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // A pattern that only Go reads.
    return true;
  }
}
