// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

/** A schema and values that break it in so many places. */
export interface Mistakes {
  readonly name: string;
  readonly schema: object;
  values(count: number): object;
}

/** One of each kind that takes its own way through the explanation of errors. */
export const mistakes: readonly Mistakes[] = [
  {
    name: 'wrong types',
    schema: { additionalProperties: { type: 'string' } },
    values: (count) => mapOf(count, (i) => [`key${i}`, 7]),
  },
  {
    name: 'items behind a $ref',
    schema: {
      definitions: { a: { properties: { p: { type: 'string' } }, required: ['q'] } },
      properties: { list: { items: { $ref: '#/definitions/a' } } },
    },
    values: (count) => ({ list: Array.from({ length: count / 2 }, () => ({ p: 1 })) }),
  },
  {
    name: 'unknown keys',
    schema: { properties: mapOf(60, (i) => [`knownKey${i}`, {}]), additionalProperties: false },
    values: (count) => mapOf(count, (i) => [`key${i}`, 1]),
  },
  {
    name: 'branches',
    schema: {
      additionalProperties: { anyOf: [{ type: 'integer' }, { required: ['a'] }, { required: ['b'] }] },
    },
    values: (count) => mapOf(count / 4, (i) => [`key${i}`, {}]),
  },
  {
    name: 'conditions',
    schema: { additionalProperties: { if: { properties: { m: { const: 1 } } }, then: { required: ['z'] } } },
    values: (count) => mapOf(count / 2, (i) => [`key${i}`, { m: 1 }]),
  },
  {
    name: 'names of keys',
    schema: { propertyNames: { pattern: '^[a-z]+$' } },
    values: (count) => mapOf(count / 2, (i) => [`key${i}`, 1]),
  },
];

function mapOf(count: number, entry: (i: number) => readonly [string, unknown]): object {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => entry(i)));
}
