import { describe, expect, it } from 'vitest';
import { DRAFT_2020, type ExplainCase, explain } from './explain.ts';

const SIZES: readonly ExplainCase[] = [
  {
    name: 'minLength',
    schema: { properties: { v: { minLength: 8 } } },
    data: { v: 'short' },
    says: [
      'schema/min-length /v: v is "short", 5 characters long, but the chart expects at least 8 characters.',
    ],
  },
  {
    name: 'one character',
    schema: { properties: { v: { minLength: 8 } } },
    data: { v: 'x' },
    says: ['schema/min-length /v: v is "x", 1 character long, but the chart expects at least 8 characters.'],
  },
  {
    name: 'maxLength',
    schema: { properties: { v: { maxLength: 3 } } },
    data: { v: 'läng' },
    says: [
      'schema/max-length /v: v is "läng", 4 characters long, but the chart expects at most 3 characters.',
    ],
  },
  {
    name: 'empty string',
    schema: { properties: { v: { minLength: 1, pattern: '^a', format: 'uri' } } },
    data: { v: '' },
    says: ['schema/min-length /v: v must not be empty.'],
  },
  {
    name: 'minItems',
    schema: { properties: { v: { minItems: 2 } } },
    data: { v: [1] },
    says: ['schema/min-items /v: v has 1 item, but the chart expects at least 2 items.'],
  },
  {
    name: 'empty list',
    schema: { properties: { v: { minItems: 1 } } },
    data: { v: [] },
    says: ['schema/min-items /v: v must not be empty.'],
  },
  {
    name: 'maxItems',
    schema: { properties: { v: { maxItems: 1 } } },
    data: { v: [1, 2] },
    says: ['schema/max-items /v: v has 2 items, but the chart expects at most 1 item.'],
  },
  {
    name: 'minProperties',
    schema: { properties: { v: { minProperties: 1 } } },
    data: { v: {} },
    says: ['schema/min-properties /v: v must not be empty.'],
  },
  {
    name: 'maxProperties',
    schema: { properties: { v: { maxProperties: 1 } } },
    data: { v: { a: 1, b: 2 } },
    says: ['schema/max-properties /v: v has 2 keys, but the chart expects at most 1 key.'],
  },
  {
    name: 'uniqueItems',
    schema: { properties: { v: { uniqueItems: true } } },
    data: { v: ['a', 'b', 'a'] },
    says: [
      'schema/unique-items /v/2: v lists "a" twice (items 1 and 3), but the chart expects each item once. Remove one of them.',
    ],
  },
  {
    name: 'uniqueItems of maps',
    schema: { properties: { v: { uniqueItems: true } } },
    data: { v: [{ a: 1 }, { a: 1 }] },
    says: [
      'schema/unique-items /v/1: v lists the same item twice (items 1 and 2), but the chart expects each item once. Remove one of them.',
    ],
  },
  {
    name: 'additionalItems',
    schema: { properties: { v: { items: [{}], additionalItems: false } } },
    data: { v: [1, 2] },
    says: ['schema/max-items /v: v has 2 items, but the chart expects at most 1 item.'],
  },
  {
    name: 'items after prefixItems',
    schema: { $schema: DRAFT_2020, properties: { v: { prefixItems: [{}], items: false } } },
    data: { v: [1, 2] },
    says: ['schema/max-items /v: v has 2 items, but the chart expects at most 1 item.'],
  },
  {
    name: 'unevaluatedItems',
    schema: { $schema: DRAFT_2020, properties: { v: { prefixItems: [{}], unevaluatedItems: false } } },
    data: { v: [1, 2] },
    says: ['schema/max-items /v: v has 2 items, but the chart expects at most 1 item.'],
  },
  {
    name: 'minLength of a secret',
    schema: { properties: { password: { minLength: 8 } } },
    data: { password: 'hunter' },
    says: ['schema/min-length /password: password is (secret), but the chart expects at least 8 characters.'],
  },
];

const TEXT: readonly ExplainCase[] = [
  {
    name: 'pattern',
    schema: { properties: { v: { pattern: '^[a-z]+$' } } },
    data: { v: 'A' },
    says: ['schema/pattern /v: v is "A", but the chart expects text that matches ^[a-z]+$.'],
  },
  {
    name: 'a long pattern',
    schema: { properties: { v: { pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]+)*$' } } },
    data: { v: 'A' },
    says: [
      'schema/pattern /v: v is "A", but the chart expects text of another form. See the pattern in the chart\'s schema.',
    ],
  },
  {
    name: 'a long pattern with a description',
    schema: {
      properties: {
        v: {
          pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]+)*$',
          description: 'A DNS name in lower case. Etc.',
        },
      },
    },
    data: { v: 'A' },
    says: [
      'schema/pattern /v: v is "A", but the chart expects text of another form. A DNS name in lower case.',
    ],
  },
  {
    name: 'pattern with a message',
    schema: {
      properties: {
        v: { pattern: '^[a-z]+$', 'x-chartlint': { message: 'not a name; use lower-case letters' } },
      },
    },
    data: { v: 'A' },
    says: ['schema/pattern /v: v is "A": not a name. Use lower-case letters.'],
  },
  {
    name: 'format',
    schema: { properties: { v: { format: 'ipv4' } } },
    data: { v: '10.0.0' },
    says: ['schema/format /v: v is "10.0.0", but the chart expects an IPv4 address such as 10.0.0.1.'],
  },
  {
    name: 'an unknown format is ignored',
    schema: { properties: { v: { format: 'quantity' } } },
    data: { v: 'x' },
    says: [],
  },
  {
    name: 'format is not asserted in 2020-12',
    schema: { $schema: DRAFT_2020, properties: { v: { format: 'ipv4' } } },
    data: { v: 'x' },
    says: [],
  },
  {
    name: 'pattern of an empty value',
    schema: { properties: { v: { pattern: '^a' } } },
    data: { v: '' },
    says: ['schema/pattern /v: v must not be empty.'],
  },
];

describe('sizes', () => {
  it.each(SIZES)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});

describe('text', () => {
  it.each(TEXT)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});
