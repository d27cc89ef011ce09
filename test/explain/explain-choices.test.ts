import { describe, expect, it } from 'vitest';
import { type ExplainCase, explain } from './explain.ts';

const CHOICES: readonly ExplainCase[] = [
  {
    name: 'types only',
    schema: { properties: { v: { oneOf: [{ type: 'integer' }, { type: 'string' }, { type: 'object' }] } } },
    data: { v: true },
    says: ['schema/type /v: v is true (a boolean), but the chart expects an integer, a string or a map.'],
  },
  {
    name: 'types only, by reference',
    schema: {
      definitions: { a: { type: 'integer' }, b: { type: 'string' } },
      properties: { v: { anyOf: [{ $ref: '#/definitions/a' }, { $ref: '#/definitions/b' }] } },
    },
    data: { v: [] },
    says: ['schema/type /v: v is a list, but the chart expects an integer or a string.'],
  },
  {
    name: 'the branch of the right type',
    schema: {
      properties: {
        v: {
          anyOf: [
            { type: 'integer', minimum: 1 },
            { type: 'string', pattern: '^[0-9]+%$' },
          ],
        },
      },
    },
    data: { v: 'half' },
    says: [
      'schema/pattern /v: v is "half", but the chart expects text that matches ^[0-9]+%$ or an integer.',
    ],
  },
  {
    name: 'values only',
    schema: { properties: { v: { anyOf: [{ const: 'a' }, { enum: ['b', 'c'] }, { type: 'integer' }] } } },
    data: { v: 'd' },
    says: ['schema/enum /v: v is "d", but the chart expects "a", "b", "c" or an integer.'],
  },
  {
    name: 'discriminator',
    schema: {
      properties: {
        v: {
          oneOf: [
            {
              properties: { type: { const: 's3' }, bucket: { type: 'string' } },
              required: ['type', 'bucket'],
            },
            {
              properties: { type: { const: 'gcs' }, project: { type: 'string' } },
              required: ['type', 'project'],
            },
          ],
        },
      },
    },
    data: { v: { type: 's3' } },
    says: [
      'schema/required /v/bucket: the required key "bucket" (a string) is missing in v because v.type is "s3".',
    ],
  },
  {
    name: 'unknown discriminator',
    schema: {
      properties: {
        v: {
          oneOf: [
            { properties: { type: { const: 's3' } }, required: ['type'] },
            { properties: { type: { const: 'gcs' } }, required: ['type'] },
          ],
        },
      },
    },
    data: { v: { type: 'azure' } },
    says: ['schema/enum /v/type: v.type is "azure", but the chart expects "s3" or "gcs".'],
  },
  {
    name: 'alternatives',
    schema: { properties: { v: { anyOf: [{ required: ['existingSecret'] }, { required: ['password'] }] } } },
    data: { v: {} },
    says: ['schema/required /v: v needs existingSecret or password, and neither is set. Set one of them.'],
  },
  {
    name: 'alternatives of several keys',
    schema: {
      properties: {
        v: { anyOf: [{ required: ['secret', 'key'] }, { required: ['value'] }, { required: ['file'] }] },
      },
    },
    data: { v: {} },
    says: ['schema/required /v: v needs secret with key, value or file, and none is set. Set one of them.'],
  },
  {
    name: 'alternatives that are empty',
    schema: {
      properties: {
        v: {
          anyOf: [
            { required: ['secret'], properties: { secret: { minLength: 1 } } },
            { required: ['value'], properties: { value: { minLength: 1 } } },
          ],
        },
      },
    },
    data: { v: { secret: '', value: '' } },
    says: ['schema/required /v: v needs secret or value, and neither is set. Set one of them.'],
  },
  {
    name: 'one or the other, both set',
    schema: { properties: { v: { oneOf: [{ required: ['a'] }, { required: ['b'] }] } } },
    data: { v: { a: 1, b: 1 } },
    says: [
      'schema/one-of /v: v.a and v.b are both set, but the chart expects only one of them. Remove one of them.',
    ],
  },
  {
    name: 'more than one branch matches',
    schema: { properties: { v: { oneOf: [{ title: 'small', maximum: 10 }, { minimum: 5 }] } } },
    data: { v: 7 },
    says: [
      'schema/one-of /v: v is 7, which is "small" and a number of at least 5 at once, but the chart expects exactly one of them.',
    ],
  },
  {
    name: 'implication',
    schema: {
      anyOf: [{ properties: { tls: { const: false } } }, { required: ['secretName'] }],
      properties: { tls: {} },
    },
    data: { tls: true },
    says: ['schema/required /secretName: the required key "secretName" is missing because tls is true.'],
  },
  {
    name: 'the deeper error is the closer branch',
    schema: {
      properties: {
        v: {
          anyOf: [
            { type: 'object', required: ['x'] },
            { type: 'object', properties: { a: { properties: { b: { type: 'string' } } } } },
          ],
        },
      },
    },
    data: { v: { a: { b: 1 } } },
    says: ['schema/type /v/a/b: v.a.b is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'fewest errors',
    schema: {
      properties: {
        v: {
          anyOf: [
            { required: ['a', 'b'], additionalProperties: {} },
            { properties: { c: { type: 'string' } } },
          ],
        },
      },
    },
    data: { v: { c: 1 } },
    says: ['schema/type /v/c: v.c is 1 (a number), but the chart expects a string. Quote it: "1".'],
  },
  {
    name: 'a draw',
    schema: {
      properties: {
        v: {
          anyOf: [
            { type: 'integer', minimum: 10 },
            { type: 'integer', multipleOf: 7 },
          ],
        },
      },
    },
    data: { v: 3 },
    says: ['schema/any-of /v: v is 3, but the chart expects a number of at least 10 or a multiple of 7.'],
  },
  {
    name: 'nested choices',
    schema: {
      properties: { v: { anyOf: [{ type: 'null' }, { oneOf: [{ type: 'integer' }, { type: 'boolean' }] }] } },
    },
    data: { v: 'x' },
    says: ['schema/type /v: v is "x" (a string), but the chart expects an integer, a boolean or null.'],
  },
  {
    name: 'the same schema in two branches',
    schema: {
      definitions: { p: { type: 'object', properties: { port: { type: 'integer' } } } },
      properties: { v: { anyOf: [{ type: 'string' }, { $ref: '#/definitions/p' }] } },
    },
    data: { v: { port: 'x' } },
    says: ['schema/type /v/port: v.port is "x" (a string), but the chart expects an integer.'],
  },
  {
    name: 'a message on the choice',
    schema: {
      properties: {
        v: {
          anyOf: [{ type: 'integer' }, { pattern: '^a' }],
          'x-chartlint': { message: 'neither a port nor the name of one' },
        },
      },
    },
    data: { v: 'b' },
    says: ['schema/any-of /v: v is "b": neither a port nor the name of one.'],
  },
];

describe('anyOf and oneOf', () => {
  it.each(CHOICES)('$name', ({ schema, data, says }) => {
    expect(explain(schema, data)).toEqual(says);
  });
});
