// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

import { describe, expect, it } from 'vitest';
import { DRAFT_4, DRAFT_6, DRAFT_2020, type ExplainCase, explain } from './explain.ts';

const STRUCTURE: readonly ExplainCase[] = [
  {
    name: 'false schema',
    schema: { properties: { v: false } },
    data: { v: 1 },
    says: ['schema/forbidden /v: v must not be set. Remove it.'],
  },
  {
    name: 'not const',
    schema: { properties: { v: { not: { const: 'admin' } } } },
    data: { v: 'admin' },
    says: ['schema/not /v: v must not be "admin".'],
  },
  {
    name: 'not enum',
    schema: { properties: { v: { not: { enum: [1, 2] } } } },
    data: { v: 2 },
    says: ['schema/not /v: v must not be 2.'],
  },
  {
    name: 'not one key',
    schema: { properties: { v: { not: { required: ['a'] } } } },
    data: { v: { a: 1 } },
    says: ['schema/not /v/a: v.a must not be set. Remove it.'],
  },
  {
    name: 'not both keys',
    schema: { properties: { v: { not: { required: ['a', 'b'] } } } },
    data: { v: { a: 1, b: 1 } },
    says: ['schema/not /v: v.a and v.b must not be set together. Remove one of them.'],
  },
  {
    name: 'not any of the keys',
    schema: { properties: { v: { not: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } } } },
    data: { v: { b: 1 } },
    says: ['schema/not /v: v.b must not be set. Remove it.'],
  },
  {
    name: 'not type',
    schema: { properties: { v: { not: { type: 'string' } } } },
    data: { v: 'x' },
    says: ['schema/not /v: v is "x", but must not be a string.'],
  },
  {
    name: 'not pattern',
    schema: { properties: { v: { not: { pattern: 'latest$' } } } },
    data: { v: 'latest' },
    says: ['schema/not /v: v is "latest", but must not be text that matches latest$.'],
  },
  {
    name: 'not anything',
    schema: { properties: { v: { not: {} } } },
    data: { v: 'x' },
    says: ['schema/forbidden /v: v must not be set. Remove it.'],
  },
  {
    name: 'not something elaborate',
    schema: {
      properties: { v: { not: { properties: { a: { const: 1 } } }, description: 'a must not be 1. More.' } },
    },
    data: { v: { a: 1 } },
    says: ['schema/not /v: v is a map, which is not allowed. a must not be 1.'],
  },
  {
    name: 'not empty',
    schema: { properties: { v: { not: { const: '' } } } },
    data: { v: '' },
    says: ['schema/not /v: v must not be empty.'],
  },
  {
    name: 'contains',
    schema: { properties: { v: { contains: { const: 'x' } } } },
    data: { v: ['a'] },
    says: ['schema/contains /v: v is a list of 1 item, but the chart expects at least 1 item that is "x".'],
  },
  {
    name: 'contains, draft-06',
    schema: { $schema: DRAFT_6, properties: { v: { contains: { type: 'string' } } } },
    data: { v: [1] },
    says: [
      'schema/contains /v: v is a list of 1 item, but the chart expects at least 1 item that is a string.',
    ],
  },
  {
    name: 'minContains',
    schema: { $schema: DRAFT_2020, properties: { v: { contains: { type: 'string' }, minContains: 2 } } },
    data: { v: ['a'] },
    says: [
      'schema/contains /v: v is a list of 1 item, but the chart expects at least 2 items, each a string.',
    ],
  },
  {
    name: 'maxContains',
    schema: { $schema: DRAFT_2020, properties: { v: { contains: { type: 'string' }, maxContains: 1 } } },
    data: { v: ['a', 'b'] },
    says: [
      'schema/contains /v: v is a list of 2 items, but the chart expects exactly 1 item that is a string.',
    ],
  },
  {
    name: 'propertyNames',
    schema: { properties: { v: { propertyNames: { pattern: '^[a-z]+$' } } } },
    data: { v: { AB: 1 } },
    says: [
      'schema/property-names /v/AB~: the key "AB" in v has a name that is not allowed. Keys must match ^[a-z]+$.',
    ],
  },
  {
    name: 'propertyNames, enum',
    schema: { properties: { v: { propertyNames: { enum: ['a', 'b'] } } } },
    data: { v: { c: 1 } },
    says: [
      'schema/property-names /v/c~: the key "c" in v has a name that is not allowed. Keys must be "a" or "b".',
    ],
  },
  {
    name: 'additionalProperties, schema',
    schema: { properties: { v: { additionalProperties: { type: 'string' } } } },
    data: { v: { a: 1 } },
    says: ['schema/type /v/a: v.a is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'patternProperties',
    schema: { properties: { v: { patternProperties: { '^a': { type: 'string' } } } } },
    data: { v: { ab: 1 } },
    says: ['schema/type /v/ab: v.ab is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'tuple',
    schema: { properties: { v: { items: [{ type: 'string' }, { type: 'integer' }] } } },
    data: { v: ['a', 'b'] },
    says: ['schema/type /v/1: v[1] is "b" (a string), but the chart expects an integer.'],
  },
  {
    name: 'prefixItems',
    schema: { $schema: DRAFT_2020, properties: { v: { prefixItems: [{ type: 'string' }] } } },
    data: { v: [1] },
    says: ['schema/type /v/0: v[0] is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'allOf',
    schema: { properties: { v: { allOf: [{ minimum: 5 }, { maximum: 1 }] } } },
    data: { v: 3 },
    says: ['schema/minimum /v: v is 3, but the chart expects at least 5.'],
  },
  {
    name: 'a keyword of a later draft is ignored',
    schema: { $schema: DRAFT_4, properties: { v: { const: 1 } } },
    data: { v: 2 },
    says: [],
  },
  {
    name: 'nullable is no keyword',
    schema: { properties: { v: { type: 'string', nullable: true } } },
    data: { v: null },
    says: [
      'schema/type /v: v is null, but the chart expects a string. A key without a value is null in YAML; write "" for an empty string, or remove the key.',
    ],
  },
];

const ENFORCED: readonly ExplainCase[] = [
  {
    name: 'type',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: 'x' },
    says: ['schema/type /v: v is "x" (a string), but must be an integer. Helm refuses it.'],
  },
  {
    name: 'required',
    schema: { required: ['v'] },
    data: {},
    says: ['schema/required /v: the required key "v" is missing. Helm refuses it.'],
  },
  {
    name: 'unknown key',
    schema: { additionalProperties: false, properties: { value: {} } },
    data: { valeu: 1 },
    says: [
      'schema/unknown-key /valeu~: unknown key "valeu" at the top level. Helm refuses it. Did you mean "value"?',
    ],
  },
  {
    name: 'minimum',
    schema: { properties: { v: { minimum: 1 } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0, but must be at least 1. Helm refuses it.'],
  },
  {
    name: 'empty',
    schema: { properties: { v: { minLength: 1 } } },
    data: { v: '' },
    says: ['schema/min-length /v: v must not be empty. Helm refuses it.'],
  },
  {
    name: 'forbidden',
    schema: { properties: { v: false } },
    data: { v: 1 },
    says: ['schema/forbidden /v: v must not be set. Helm refuses it. Remove it.'],
  },
  {
    name: 'length',
    schema: { properties: { v: { minLength: 8 } } },
    data: { v: 'ab' },
    says: [
      'schema/min-length /v: v is "ab", 2 characters long, but must have at least 8 characters. Helm refuses it.',
    ],
  },
  {
    name: 'enum',
    schema: { properties: { v: { enum: ['a', 'b'] } } },
    data: { v: 'c' },
    says: ['schema/enum /v: v is "c", but must be "a" or "b". Helm refuses it.'],
  },
  {
    name: 'not',
    schema: { properties: { v: { not: { const: 'a' } } } },
    data: { v: 'a' },
    says: ['schema/not /v: v must not be "a". Helm refuses it.'],
  },
  {
    name: 'condition',
    schema: {
      properties: { mode: {}, v: {} },
      if: { properties: { mode: { const: 'x' } } },
      then: { required: ['v'] },
    },
    data: { mode: 'x' },
    says: ['schema/required /v: the required key "v" is missing because mode is "x". Helm refuses it.'],
  },
];

describe('other keywords', () => {
  it.each(STRUCTURE)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});

describe('when Helm enforces the schema', () => {
  it.each(ENFORCED)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data, true)).toEqual(says);
  });
});
