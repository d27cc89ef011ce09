// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

import { describe, expect, it } from 'vitest';
import { type ExplainCase, explain } from './explain.ts';

const CONDITIONS: readonly ExplainCase[] = [
  {
    name: 'const',
    schema: {
      properties: {
        pg: {
          if: { properties: { mode: { const: 'use_existing' } } },
          then: { properties: { use_existing: { properties: { host: { minLength: 1 } } } } },
        },
      },
    },
    data: { pg: { mode: 'use_existing', use_existing: { host: '' } } },
    says: [
      'schema/min-length /pg/use_existing/host: pg.use_existing.host must not be empty because pg.mode is "use_existing".',
    ],
  },
  {
    name: 'enum',
    schema: {
      if: { properties: { env: { enum: ['staging', 'production'] } } },
      then: { properties: { replicas: { minimum: 2 } } },
    },
    data: { env: 'production', replicas: 1 },
    says: [
      'schema/minimum /replicas: replicas is 1, but the chart expects at least 2 because env is "production".',
    ],
  },
  {
    name: 'required',
    schema: { if: { required: ['tls'] }, then: { required: ['host'] } },
    data: { tls: {} },
    says: ['schema/required /host: the required key "host" is missing because tls is set.'],
  },
  {
    name: 'nested',
    schema: { if: { properties: { a: { properties: { b: { const: 1 } } } } }, then: { required: ['c'] } },
    data: { a: { b: 1 } },
    says: ['schema/required /c: the required key "c" is missing because a.b is 1.'],
  },
  {
    name: 'two clauses',
    schema: { if: { properties: { a: { const: 1 }, b: { const: 2 } } }, then: { required: ['c'] } },
    data: { a: 1, b: 2 },
    says: ['schema/required /c: the required key "c" is missing because a is 1 and b is 2.'],
  },
  {
    name: 'else',
    schema: { if: { properties: { a: { const: 1 } } }, else: { required: ['c'] } },
    data: { a: 2 },
    says: ['schema/required /c: the required key "c" is missing because a is 2.'],
  },
  {
    name: 'else, only the clause that fails',
    schema: { if: { properties: { a: { const: 1 }, b: { const: 2 } } }, else: { required: ['c'] } },
    data: { a: 1, b: 3 },
    says: ['schema/required /c: the required key "c" is missing because b is 3.'],
  },
  {
    name: 'not',
    schema: { if: { not: { properties: { a: { const: 'off' } } } }, then: { required: ['c'] } },
    data: { a: 'on' },
    says: ['schema/required /c: the required key "c" is missing because a is "on".'],
  },
  {
    name: 'absent value',
    schema: { if: { properties: { a: { const: 1 } } }, then: { required: ['c'] } },
    data: {},
    says: ['schema/required /c: the required key "c" is missing because a is not set.'],
  },
  {
    name: 'not empty',
    schema: { if: { properties: { a: { minLength: 1 } } }, then: { required: ['c'] } },
    data: { a: 'x' },
    says: ['schema/required /c: the required key "c" is missing because a is "x".'],
  },
  {
    name: 'secret condition',
    schema: { if: { properties: { password: { const: 'x' } } }, then: { required: ['c'] } },
    data: { password: 'x' },
    says: ['schema/required /c: the required key "c" is missing because password is (secret).'],
  },
  {
    name: 'nested ifs',
    schema: {
      if: { properties: { a: { const: 1 } } },
      then: { if: { properties: { b: { const: 2 } } }, then: { required: ['c'] } },
    },
    data: { a: 1, b: 2 },
    says: ['schema/required /c: the required key "c" is missing because a is 1 and b is 2.'],
  },
  {
    name: 'condition by reference',
    schema: {
      definitions: { on: { properties: { enabled: { const: true } } } },
      properties: { ingress: { if: { $ref: '#/definitions/on' }, then: { required: ['hosts'] } } },
    },
    data: { ingress: { enabled: true } },
    says: [
      'schema/required /ingress/hosts: the required key "hosts" is missing in ingress because ingress.enabled is true.',
    ],
  },
];

const MESSAGES: readonly ExplainCase[] = [
  {
    name: 'beside a $ref',
    schema: {
      definitions: { n: { type: 'string', pattern: '^[a-z]+$' } },
      properties: { v: { allOf: [{ $ref: '#/definitions/n' }], 'x-chartlint': { message: 'not a name' } } },
    },
    data: { v: 'A' },
    says: ['schema/pattern /v: v is "A": not a name.'],
  },
  {
    name: 'not for a wrong type when it is about the form',
    schema: {
      properties: { v: { type: 'string', pattern: '^a', 'x-chartlint': { message: 'not a name' } } },
    },
    data: { v: 1 },
    says: ['schema/type /v: v is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'for a wrong type',
    schema: {
      properties: { v: { type: 'object', 'x-chartlint': { message: 'not a map; write NAME: value' } } },
    },
    data: { v: [] },
    says: ['schema/type /v: v is a list: not a map. Write NAME: value.'],
  },
  {
    name: 'required',
    schema: {
      properties: {
        v: { required: ['a'], 'x-chartlint': { message: 'a is missing; the template reads it' } },
      },
    },
    data: { v: {} },
    says: ['schema/required /v/a: v: a is missing. The template reads it.'],
  },
  {
    name: 'of the then',
    schema: {
      if: { properties: { a: { const: 1 } } },
      then: {
        properties: { b: { properties: { c: { const: 2 } } } },
        'x-chartlint': { message: 'b.c has to be 2' },
      },
    },
    data: { a: 1, b: { c: 3 } },
    says: ['schema/const /b/c: b.c is 3: b.c has to be 2.'],
  },
  {
    name: 'unknown keys keep their own words',
    schema: {
      properties: {
        v: { properties: { name: {} }, additionalProperties: false, 'x-chartlint': { message: 'not a map' } },
      },
    },
    data: { v: { nme: 1 } },
    says: [
      'schema/unknown-key warning /v/nme~: unknown key "nme" in v. The chart ignores it silently. Did you mean "name"?',
    ],
  },
  {
    name: 'errorMessage, text',
    schema: { properties: { v: { minimum: 1, errorMessage: 'at least one is needed.' } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0: at least one is needed.'],
  },
  {
    name: 'errorMessage by keyword',
    schema: { properties: { v: { minimum: 1, errorMessage: { minimum: 'too few' } } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0: too few.'],
  },
  {
    name: 'errorMessage by key',
    schema: {
      properties: { v: { required: ['a'], errorMessage: { required: { a: 'a names the thing' } } } },
    },
    data: { v: {} },
    says: ['schema/required /v/a: v: a names the thing.'],
  },
  {
    name: 'errorMessage for the rest',
    schema: { properties: { v: { minimum: 1, errorMessage: { type: 'x', _: 'no good' } } } },
    data: { v: 0 },
    says: ['schema/minimum /v: v is 0: no good.'],
  },
  {
    name: 'a secret',
    schema: { properties: { password: { minLength: 8, 'x-chartlint': { message: 'too short' } } } },
    data: { password: 'hunter' },
    says: ['schema/min-length /password: password is (secret): too short.'],
  },
];

describe('if, then, else', () => {
  it.each(CONDITIONS)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});

describe("the author's own words", () => {
  it.each(MESSAGES)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});
