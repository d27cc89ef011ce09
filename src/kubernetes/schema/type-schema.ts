import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { Field, FieldType } from '../types/field-type.ts';
import type { KubernetesTypes } from '../types/kubernetes-types.ts';

const QUANTITY = '^[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$';

/**
 * The JSON Schema (draft-07) of a field's type, for editors: self-contained, with a definition for each type of the API that it
 * is made of. Null is allowed where Kubernetes takes it for "not written".
 * @param way from a type to the field: `core/v1.PodSpec` and `['affinity']`; numbers and keys of maps go into lists and maps
 * @param templated whether templates in the value are expanded (`tpl`), so that a text may stand for whatever they give
 * @returns undefined when there is no such field
 */
export function typeSchema(
  types: KubernetesTypes,
  type: string,
  way: readonly (string | number)[] = [],
  templated = false,
): JsonObject | undefined {
  const found = typeAt(types, type, way);
  if (!found) return undefined;
  const definitions: JsonObject = {};
  const schema = schemaOf(found, { types, definitions, templated });
  return Object.keys(definitions).length === 0 ? schema : { ...schema, definitions };
}

/** The type of what lies at a path of a manifest: `Deployment`, `spec.replicas`. */
export function typeAt(
  types: KubernetesTypes,
  type: string,
  way: readonly (string | number)[],
): FieldType | undefined {
  let current: FieldType | undefined = { is: 'type', name: type };
  for (const segment of way) {
    if (current?.is === 'type') current = types.typeOf(current.name)?.fields.get(String(segment))?.type;
    else if (current?.is === 'list' || current?.is === 'map') current = current.of;
    else return undefined;
  }
  return current;
}

/** What writing a schema goes by. */
interface Writing {
  readonly types: KubernetesTypes;
  readonly definitions: JsonObject;
  readonly templated: boolean;
}

function schemaOf(type: FieldType, writing: Writing): JsonObject {
  const schema = plainSchemaOf(type, writing);
  const isScalar = ['boolean', 'number', 'integer', 'quantity'].includes(type.is);
  return writing.templated && (isScalar || schema.enum !== undefined)
    ? { anyOf: [schema, { type: 'string', pattern: '\\{\\{' }] }
    : schema;
}

function plainSchemaOf(type: FieldType, writing: Writing): JsonObject {
  switch (type.is) {
    case 'text':
      return {
        type: 'string',
        ...(type.words ? { enum: [...type.words] } : {}),
        ...(type.fallback === undefined ? {} : { default: type.fallback }),
      };
    case 'bytes':
      return { type: 'string', contentEncoding: 'base64' };
    case 'time':
      return { type: 'string', format: 'date-time' };
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: 'number' };
    case 'integer':
      return { type: 'integer' };
    case 'quantity':
      return { type: ['string', 'number'], pattern: QUANTITY };
    case 'int-or-string':
      return { type: ['integer', 'string'] };
    case 'list':
      return {
        type: 'array',
        items: schemaOf(type.of, writing),
        ...(type.isSet ? { uniqueItems: true } : {}),
      };
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(type.of, writing) };
    case 'object':
      return { type: 'object' };
    case 'type':
      return reference(type.name, writing);
    default:
      return {};
  }
}

function reference(name: string, writing: Writing): JsonObject {
  const { types, definitions, templated } = writing;
  const type = types.typeOf(name);
  if (!type) return { type: 'object' };
  // A chart's own schema may have definitions beside these.
  const key = `kubernetes${templated ? '-tpl' : ''}.${name.replace('/', '.')}`;
  if (!Object.hasOwn(definitions, key)) {
    // Types hold themselves: the definition is there before its fields are looked at.
    const properties: JsonObject = {};
    const required = [...type.fields.values()].filter((field) => field.required).map((field) => field.name);
    definitions[key] = {
      type: 'object',
      properties,
      additionalProperties: false,
      ...(required.length === 0 ? {} : { required }),
    };
    for (const field of type.fields.values()) properties[field.name] = fieldSchema(field, writing);
  }
  return { $ref: `#/definitions/${key}` };
}

function fieldSchema(field: Field, writing: Writing): JsonObject {
  const schema = schemaOf(field.type, writing);
  if (field.required) return schema;
  if (Array.isArray(schema.anyOf)) return { anyOf: [...schema.anyOf, { type: 'null' }] };
  if (schema.$ref !== undefined) return { anyOf: [schema, { type: 'null' }] };
  const { type } = schema;
  if (type === undefined) return schema;
  const withNull: JsonValue[] = [...(Array.isArray(type) ? type : [type]), 'null'];
  return {
    ...schema,
    type: withNull,
    ...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
  };
}
