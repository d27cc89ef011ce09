import { describe, expect, it } from 'vitest';
import { type ExplainCase, explain } from './explain.ts';

const TYPES: readonly ExplainCase[] = [
  {
    name: 'a quoted integer',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: '3' },
    says: [
      'schema/type /v: v is "3" (a string), but the chart expects an integer. "3" is a string because it is quoted; remove the quotes.',
    ],
  },
  {
    name: 'a quoted decimal where an integer is wanted',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: '3.5' },
    says: ['schema/type /v: v is "3.5" (a string), but the chart expects an integer.'],
  },
  {
    name: 'a quoted boolean',
    schema: { properties: { v: { type: 'boolean' } } },
    data: { v: 'yes' },
    says: [
      'schema/type /v: v is "yes" (a string), but the chart expects true or false. "yes" is a string because it is quoted; remove the quotes.',
    ],
  },
  {
    name: 'a word for a boolean',
    schema: { properties: { v: { type: 'boolean' } } },
    data: { v: 'enabled' },
    says: ['schema/type /v: v is "enabled" (a string), but the chart expects true or false.'],
  },
  {
    name: 'a number for a string',
    schema: { properties: { v: { type: 'string' } } },
    data: { v: 8080 },
    says: ['schema/type /v: v is 8080 (a number), but the chart expects a string. Quote it: "8080".'],
  },
  {
    name: 'a version read as a number',
    schema: { properties: { v: { type: 'string' } } },
    data: { v: 1.2 },
    says: [
      'schema/type /v: v is 1.2 (a number), but the chart expects a string. Quote it as it stands; unquoted, 1.2 and 1.20 are the same number.',
    ],
  },
  {
    name: 'a boolean for a string',
    schema: { properties: { v: { type: 'string' } } },
    data: { v: true },
    says: [
      'schema/type /v: v is true (a boolean), but the chart expects a string. Quote it: "true"; unquoted, YAML reads yes, no, on, off, true and false as booleans.',
    ],
  },
  {
    name: 'null for a string',
    schema: { properties: { v: { type: 'string' } } },
    data: { v: null },
    says: [
      'schema/type /v: v is null, but the chart expects a string. A key without a value is null in YAML; write "" for an empty string, or remove the key.',
    ],
  },
  {
    name: 'null for a map',
    schema: { properties: { v: { type: 'object' } } },
    data: { v: null },
    says: [
      'schema/type /v: v is null, but the chart expects a map. A key without a value is null in YAML; write a value, or remove the key.',
    ],
  },
  {
    name: 'an empty string for a map',
    schema: { properties: { v: { type: 'object' } } },
    data: { v: '' },
    says: [
      'schema/type /v: v is "" (a string), but the chart expects a map. Write {} for an empty map, or remove the key.',
    ],
  },
  {
    name: 'an empty string for a list',
    schema: { properties: { v: { type: 'array' } } },
    data: { v: '' },
    says: [
      'schema/type /v: v is "" (a string), but the chart expects a list. Write [] for an empty list, or remove the key.',
    ],
  },
  {
    name: 'an empty string where null would do',
    schema: { properties: { v: { type: ['null', 'integer'] } } },
    data: { v: '' },
    says: [
      'schema/type /v: v is "" (a string), but the chart expects an integer or null. Write null, or remove the key.',
    ],
  },
  {
    name: 'a string for a list',
    schema: { properties: { v: { type: 'array' } } },
    data: { v: 'a,b' },
    says: [
      'schema/type /v: v is "a,b" (a string), but the chart expects a list. Write it as a list, one "- item" per line.',
    ],
  },
  {
    name: 'a list for a map',
    schema: { properties: { v: { type: 'object' } } },
    data: { v: [{ a: 1 }] },
    says: [
      'schema/type /v: v is a list, but the chart expects a map. Write it as key: value pairs, without dashes.',
    ],
  },
  {
    name: 'a map for a list',
    schema: { properties: { v: { type: 'array' } } },
    data: { v: { a: 1 } },
    says: [
      'schema/type /v: v is a map, but the chart expects a list. Write it as a list, one "- item" per line.',
    ],
  },
  {
    name: 'a list of one for a string',
    schema: { properties: { v: { type: 'string' } } },
    data: { v: ['a'] },
    says: [
      'schema/type /v: v is a list, but the chart expects a string. Write the one value without the dash.',
    ],
  },
  {
    name: 'a fraction for an integer',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: 80.5 },
    says: ['schema/type /v: v is 80.5, but the chart expects an integer.'],
  },
  {
    name: 'a template',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: '{{ .Values.x }}' },
    says: [
      'schema/type /v: v is "{{ .Values.x }}" (a string), but the chart expects an integer. Helm does not expand templates before it validates values; write the value itself.',
    ],
  },
  {
    name: 'a union of types',
    schema: { properties: { v: { type: ['integer', 'string', 'null'] } } },
    data: { v: [] },
    says: ['schema/type /v: v is a list, but the chart expects an integer, a string or null.'],
  },
  {
    name: 'number includes integer',
    schema: { properties: { v: { type: ['integer', 'number'] } } },
    data: { v: {} },
    says: ['schema/type /v: v is a map, but the chart expects a number.'],
  },
  {
    name: 'a long string is cut',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: 'x'.repeat(90) },
    says: [
      'schema/type /v: v is "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" (a string), but the chart expects an integer.',
    ],
  },
  {
    name: 'a secret by name',
    schema: { properties: { password: { type: 'string' } } },
    data: { password: 12345 },
    says: [
      'schema/type /password: password is (secret), a number, but the chart expects a string. Quote it, or YAML reads it as a number.',
    ],
  },
  {
    name: 'a secret by annotation',
    schema: { properties: { v: { type: 'boolean', 'x-chartlint': { secret: true } } } },
    data: { v: 'true' },
    says: [
      'schema/type /v: v is (secret), a string, but the chart expects true or false. It is a string because it is quoted; remove the quotes.',
    ],
  },
  {
    name: 'a password in a URL',
    schema: { properties: { v: { type: 'integer' } } },
    data: { v: 'postgres://me:hunter2@db/x' },
    says: ['schema/type /v: v is "postgres://(secret)@db/x" (a string), but the chart expects an integer.'],
  },
  {
    name: 'keys with dots and lists',
    schema: { properties: { a: { items: { properties: { 'b.c/d': { type: 'string' } } } } } },
    data: { a: [{ 'b.c/d': 1 }] },
    says: [
      'schema/type /a/0/b.c~1d: a[0]["b.c/d"] is 1 (a number), but the chart expects a string. Quote it: "1".',
    ],
  },
  {
    name: 'the root',
    schema: { type: 'object' },
    data: [],
    says: [
      'schema/type : the top level is a list, but the chart expects a map. Write it as key: value pairs, without dashes.',
    ],
  },
  {
    name: 'no second error about a value of the wrong type',
    schema: { properties: { v: { type: 'string', enum: ['a'], minLength: 1 } } },
    data: { v: 1 },
    says: ['schema/type /v: v is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'the same mistake through several schemas',
    schema: {
      properties: { v: { type: 'string' } },
      allOf: [{ properties: { v: { type: 'string' } } }, { $ref: '#/definitions/d' }],
      definitions: { d: { properties: { v: { type: ['string', 'null'] } } } },
    },
    data: { v: 1 },
    says: ['schema/type /v: v is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
];

describe('a value of the wrong type', () => {
  it.each(TYPES)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});
