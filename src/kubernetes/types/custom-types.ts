import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { CustomResource } from '../schema/custom-resources.ts';
import type { Field, FieldType } from './field-type.ts';
import type { ApiType, KubernetesTypes } from './kubernetes-types.ts';

/**
 * Kubernetes' types with those of custom resources. What a schema says beyond types (patterns, ranges, rules in CEL, choices) is
 * not read; a map whose schema names no fields, or keeps unknown ones, takes anything.
 */
export function withCustomTypes(
  types: KubernetesTypes,
  resources: readonly CustomResource[],
): KubernetesTypes {
  if (resources.length === 0) return types;
  const kinds = new Map(resources.map((one) => [`${one.apiVersion} ${one.kind}`, one]));
  const made = new Map<string, ApiType>();
  return {
    minor: types.minor,
    kindOf(apiVersion, kind) {
      const own = types.kindOf(apiVersion, kind);
      const resource = own.is === 'unknown' ? kinds.get(`${apiVersion} ${kind}`) : undefined;
      if (resource?.schema === undefined || !resource.served) return own;
      const type = `${apiVersion}.${kind}`;
      if (!made.has(type)) define(type, resource.schema, made, true);
      return { is: 'served', type };
    },
    typeOf: (name) => made.get(name) ?? types.typeOf(name),
  };
}

function define(name: string, schema: JsonObject, made: Map<string, ApiType>, isObject: boolean): void {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields = new Map<string, Field>();
  made.set(name, { name, fields, absent: new Map() });
  for (const [field, below] of Object.entries(propertiesOf(schema) ?? {})) {
    const type = typeOf(`${name}.${field}`, below, made);
    // The server fills defaults in before it looks for what is missing.
    const hasDefault = isJsonObject(below) && below.default !== undefined;
    fields.set(field, {
      name: field,
      type,
      required: required.has(field) && !hasDefault && !mayBeEmpty(type),
    });
  }
  if (!isObject) return;
  const text: FieldType = { is: 'text' };
  fields.set('apiVersion', { name: 'apiVersion', type: text, required: false });
  fields.set('kind', { name: 'kind', type: text, required: false });
  fields.set('metadata', {
    name: 'metadata',
    type: { is: 'type', name: 'meta/v1.ObjectMeta' },
    required: false,
  });
}

/** Of custom resources an empty text or list is there, and only the schema of their group could refuse it. */
function mayBeEmpty({ is }: FieldType): boolean {
  return is === 'text' || is === 'list';
}

function propertiesOf({ properties }: JsonObject): JsonObject | undefined {
  return isJsonObject(properties) && Object.keys(properties).length > 0 ? properties : undefined;
}

function typeOf(name: string, schema: JsonValue, made: Map<string, ApiType>): FieldType {
  if (!isJsonObject(schema)) return { is: 'any' };
  if (schema['x-kubernetes-int-or-string'] === true) return { is: 'int-or-string' };
  const keepsUnknown =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema['x-kubernetes-embedded-resource'] === true;
  switch (schema.type) {
    case 'string':
      return { is: 'text', ...wordsOf(schema) };
    case 'boolean':
      return { is: 'boolean' };
    case 'integer':
      return { is: 'integer', bits: schema.format === 'int32' ? 32 : 64 };
    case 'number':
      return { is: 'number' };
    case 'array':
      return { is: 'list', of: typeOf(name, schema.items ?? null, made), ...listKeys(schema) };
    case 'object': {
      if (keepsUnknown) return { is: 'object' };
      if (propertiesOf(schema) !== undefined) {
        define(name, schema, made, false);
        return { is: 'type', name };
      }
      const { additionalProperties: of } = schema;
      return isJsonObject(of) ? { is: 'map', of: typeOf(`${name}.*`, of, made) } : { is: 'object' };
    }
    default:
      return { is: 'any' };
  }
}

function wordsOf({ enum: words }: JsonObject): { words?: readonly string[] } {
  const texts = Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
  return texts.length > 0 ? { words: texts } : {};
}

function listKeys(schema: JsonObject): { isSet: boolean; keys?: readonly string[] } {
  const kind = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  if (kind !== 'map' || !Array.isArray(keys)) return { isSet: kind === 'set' };
  return { isSet: false, keys: keys.filter((key) => typeof key === 'string') };
}
