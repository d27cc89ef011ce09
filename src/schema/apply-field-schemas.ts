import type { FieldSchema } from '../model/field-schema.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { annotationsOf } from './schema-annotations.ts';
import { DEFINITIONS } from './schema-bundle.ts';

/** What says more of a map or list than that it is one. */
const SAYS_MORE = [
  ...['$ref', 'items', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'if', 'not', 'properties'],
  ...['patternProperties', 'propertyNames', 'additionalProperties', 'required'],
];

/**
 * The schema of a chart's values with the types of the Kubernetes fields that values go into, where the chart's author says no more
 * than "a map" or "a list".
 * @param guessed whether the properties come from the defaults, of which any field's type says more
 */
export function applyFieldSchemas(
  schema: JsonObject,
  fields: readonly FieldSchema[],
  definitions: JsonObject,
  guessed: boolean,
): JsonObject {
  return fields.reduce((whole, field) => {
    const { definitions: needed, ...type } = field.schema;
    if (isJsonObject(needed)) for (const [name, part] of Object.entries(needed)) definitions[name] ??= part;
    return placed(whole, field.path, (part) => typed(part, type, field, definitions, guessed));
  }, schema);
}

function placed(
  schema: JsonObject,
  [key, ...rest]: FieldSchema['path'],
  change: (part: JsonObject) => JsonObject,
): JsonObject {
  if (key === undefined) return change(schema);
  const { properties } = schema;
  const part = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (!isJsonObject(properties) || !isJsonObject(part)) return schema;
  return { ...schema, properties: { ...properties, [key]: placed(part, rest, change) } };
}

function typed(
  part: JsonObject,
  type: JsonObject,
  { others, templated }: FieldSchema,
  definitions: JsonObject,
  guessed: boolean,
): JsonObject {
  if (!guessed && SAYS_MORE.some((keyword) => part[keyword] !== undefined)) return part;
  const target = typeof type.$ref === 'string' ? definitions[type.$ref.slice(DEFINITIONS.length)] : type;
  if (!isJsonObject(target)) return part;
  const isMap = target.type === 'object';
  // An empty map is how charts leave a field out, and a file may give only a part of what the defaults begin.
  const { required: _, ...taken } = target;
  const whole: JsonObject = {
    ...annotationsOf(part),
    ...taken,
    type: [isMap ? 'object' : 'array', ...(templated ? ['string'] : []), 'null'],
  };
  if (others.length === 0) return whole;
  // What templates take out of the value is not for the field, and there may be more of it.
  const { additionalProperties, ...open } = whole;
  const own: JsonValue | undefined = part.properties;
  const kept = others.map((key) => [key, (isJsonObject(own) && own[key]) || {}]);
  return {
    ...open,
    properties: { ...Object.fromEntries(kept), ...(isJsonObject(target.properties) && target.properties) },
  };
}
