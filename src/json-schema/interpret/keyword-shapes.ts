import { isJsonObject } from '../../model/json-value.ts';
import type { Dialect } from '../dialect.ts';
import { TYPE_CHECKS } from './check-types.ts';
import { deepEqual } from './deep-equal.ts';

/** What stands behind a keyword: schemas to look into, names of patterns, or data with a shape of its own. */
export type Shape =
  | 'schema'
  | 'list of schemas'
  | 'map of schemas'
  | 'patterns'
  | 'dependencies'
  | 'items'
  | 'pattern'
  | 'reference'
  | 'name'
  | ((value: unknown) => boolean);

const isString = (value: unknown): boolean => typeof value === 'string';
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isUnique = (list: readonly unknown[]): boolean =>
  new Set(list).size === list.length &&
  list
    .filter((one) => typeof one === 'object')
    .every((one, i, all) => all.slice(0, i).every((two) => !deepEqual(one, two)));

/** Lists of keys, each once. */
export function isKeyList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString) && isUnique(value);
}

function isTypes(value: unknown): boolean {
  const types = Array.isArray(value) ? value : [value];
  return (
    types.length > 0 &&
    isUnique(types) &&
    types.every((type) => typeof type === 'string' && Object.hasOwn(TYPE_CHECKS, type))
  );
}

const COMMON: Readonly<Record<string, Shape>> = {
  $comment: isString,
  title: isString,
  description: isString,
  format: isString,
  contentMediaType: isString,
  contentEncoding: isString,
  deprecated: isBoolean,
  readOnly: isBoolean,
  writeOnly: isBoolean,
  examples: Array.isArray,
  $ref: 'reference',
  $defs: 'map of schemas',
  definitions: 'map of schemas',
  type: isTypes,
  enum: (value) => Array.isArray(value) && value.length > 0 && isUnique(value),
  const: () => true,
  default: () => true,
  maximum: isNumber,
  minimum: isNumber,
  exclusiveMaximum: isNumber,
  exclusiveMinimum: isNumber,
  multipleOf: (value) => typeof value === 'number' && value > 0,
  maxLength: isCount,
  minLength: isCount,
  pattern: 'pattern',
  maxItems: isCount,
  minItems: isCount,
  uniqueItems: isBoolean,
  items: 'items',
  additionalItems: 'schema',
  contains: 'schema',
  maxProperties: isCount,
  minProperties: isCount,
  required: isKeyList,
  properties: 'map of schemas',
  patternProperties: 'patterns',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  dependencies: 'dependencies',
  if: 'schema',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'schema',
  else: 'schema',
  not: 'schema',
  allOf: 'list of schemas',
  anyOf: 'list of schemas',
  oneOf: 'list of schemas',
  // By these references find a schema, or the way to it decides what they mean.
  $id: 'name',
  $anchor: 'name',
  $dynamicAnchor: 'name',
  $dynamicRef: 'name',
  $recursiveAnchor: 'name',
  $recursiveRef: 'name',
  $vocabulary: 'name',
};

const NEW: Readonly<Record<string, Shape>> = {
  ...COMMON,
  dependentSchemas: 'map of schemas',
  dependentRequired: (value) => isJsonObject(value) && Object.values(value).every(isKeyList),
  maxContains: isCount,
  minContains: isCount,
  contentSchema: 'schema',
  // Only a compiler knows what is left over.
  unevaluatedItems: () => false,
  unevaluatedProperties: () => false,
};

const { additionalItems: _, ...NEWEST } = NEW;

/**
 * The keywords of each dialect, as strict as its schema for schemas or stricter. What is not listed is no keyword there, and
 * may be anything.
 */
export const KEYWORD_SHAPES: Readonly<Record<Dialect, Readonly<Record<string, Shape>>>> = {
  'draft-04': {
    ...COMMON,
    id: 'name',
    required: (value) => isKeyList(value) && (value as unknown[]).length > 0,
    // Flags there, which need the bound beside them.
    exclusiveMaximum: isBoolean,
    exclusiveMinimum: isBoolean,
  },
  'draft-06': COMMON,
  'draft-07': COMMON,
  '2019-09': NEW,
  '2020-12': { ...NEWEST, items: 'schema', prefixItems: 'list of schemas' },
};
