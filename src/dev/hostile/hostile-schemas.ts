import { chart, times } from './chart-texts.ts';
import type { HostileInput } from './hostile-input.ts';

/** Schemas that could take longer than their length says. */
export const HOSTILE_SCHEMAS: readonly HostileInput[] = [
  {
    name: '$ref doubling',
    size: 10,
    files: (size) =>
      chart('a: 1\n', {
        $ref: '#/definitions/d0',
        definitions: {
          ...Object.fromEntries(
            Array.from({ length: size * 4 }, (_, i) => [
              `d${i}`,
              { allOf: [{ $ref: `#/definitions/d${i + 1}` }, { $ref: `#/definitions/d${i + 1}` }] },
            ]),
          ),
          [`d${size * 4}`]: { properties: { a: { type: 'string' } } },
        },
      }),
  },
  {
    name: '$ref doubling through properties',
    size: 10,
    files: (size) =>
      chart('a: 1\n', {
        $ref: '#/definitions/d0',
        definitions: {
          ...Object.fromEntries(
            Array.from({ length: size }, (_, i) => [
              `d${i}`,
              {
                properties: {
                  a: { $ref: `#/definitions/d${i + 1}` },
                  b: { $ref: `#/definitions/d${i + 1}` },
                },
              },
            ]),
          ),
          [`d${size}`]: { properties: { a: { type: 'string', default: 'x' } } },
        },
      }),
  },
  {
    name: '$ref doubling through defaults, schema for editors',
    size: 10,
    args: ['schema', '.'],
    files: (size) =>
      chart('a: 1\n', {
        $ref: '#/definitions/d0',
        definitions: {
          ...Object.fromEntries(
            Array.from({ length: size }, (_, i) => [
              `d${i}`,
              {
                properties: {
                  a: { $ref: `#/definitions/d${i + 1}` },
                  b: { $ref: `#/definitions/d${i + 1}` },
                },
              },
            ]),
          ),
          [`d${size}`]: { properties: { a: { type: 'string', default: 'x' } } },
        },
      }),
  },
  {
    name: '$ref doubling, types',
    size: 10,
    args: ['types', '.'],
    files: (size) =>
      chart('a: 1\n', {
        $ref: '#/definitions/d0',
        definitions: {
          ...Object.fromEntries(
            Array.from({ length: size }, (_, i) => [
              `d${i}`,
              {
                properties: {
                  a: { $ref: `#/definitions/d${i + 1}` },
                  b: { $ref: `#/definitions/d${i + 1}` },
                },
              },
            ]),
          ),
          [`d${size}`]: { properties: { a: { type: 'string', default: 'x' } } },
        },
      }),
  },
  {
    name: 'anyOf in anyOf',
    size: 8,
    files: (size) => {
      let schema: unknown = { type: 'string' };
      for (let i = 0; i < size * 4; i++) schema = { anyOf: [schema, { type: 'integer', minimum: i + 10 }] };
      return chart('a: 1\n', { properties: { a: schema } });
    },
  },
  {
    name: 'nested schema',
    size: 25_000,
    files: (size) => chart('a: 1\n', `${'{"properties":{"a":'.repeat(size)}{}${'}}'.repeat(size)}`),
    tells: 'limit "schemaDepth"',
  },
  {
    name: 'nested lists in a schema',
    size: 50_000,
    files: (size) => chart('a: 1\n', `{"default":${'['.repeat(size)}${']'.repeat(size)}}`),
    tells: 'limit "schemaDepth"',
  },
  {
    name: 'uniqueItems',
    size: 1000,
    files: (size) =>
      chart(`a:\n${times(size, (i) => `  - { b: { c: ${i} } }\n`)}`, {
        properties: { a: { uniqueItems: true } },
      }),
  },
  {
    name: 'uniqueItems, alike till the end',
    size: 1000,
    files: (size) =>
      chart(`a:\n${times(size, (i) => `  - [${'0, '.repeat(50)}${i}]\n`)}`, {
        properties: { a: { uniqueItems: true } },
      }),
  },
  {
    name: 'unknown keys × known keys',
    size: 500,
    files: (size) =>
      chart(
        times(size, (i) => `unknown${i}key: 1\n`),
        {
          properties: Object.fromEntries(Array.from({ length: size }, (_, i) => [`known${i}key`, {}])),
          additionalProperties: false,
        },
      ),
  },
  {
    name: 'unknown keys × keys of the chart',
    size: 500,
    args: ['-f', 'prod.yaml', '--chart', '.'],
    files: (size) => ({
      ...chart(
        times(size, (i) => `known${i}key: 1\n`),
        undefined,
        {
          'templates/a.yaml': times(size, (i) => `a${i}: {{ .Values.known${i}key }}\n`),
        },
      ),
      'prod.yaml': times(size, (i) => `unknwn${i}key: 1\n`),
    }),
  },
  {
    name: 'long unknown keys × long known keys',
    size: 20,
    files: (size) =>
      chart(
        times(size, (i) => `${'u'.repeat(900)}${i}: 1\n`),
        {
          properties: Object.fromEntries(
            Array.from({ length: size }, (_, i) => [`${'u'.repeat(900)}k${i}`, {}]),
          ),
          additionalProperties: false,
        },
      ),
  },
  {
    name: 'enum of many × wrong values',
    size: 500,
    files: (size) =>
      chart(
        times(size, (i) => `k${i}: value${i}x\n`),
        {
          additionalProperties: { enum: Array.from({ length: size }, (_, i) => `value${i}y`) },
        },
      ),
  },
];
