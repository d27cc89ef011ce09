// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { compileSchema } from '../../src/validate/compile-schema.ts';
import { validateValues } from '../../src/validate/validate-values.ts';
import { DRAFT_7 } from './explain.ts';

type Numbered = (i: number) => readonly [string, unknown];
const mapOf = (count: number, entry: Numbered): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => entry(i)));

/** Schemas that find one mistake or more in each of so many entries. */
const LOADS: readonly [name: string, schema: JsonSchema, data: (count: number) => unknown][] = [
  ['items', { items: { type: 'integer' } }, (count) => Array.from({ length: count }, () => 'x')],
  [
    'items behind a $ref',
    {
      definitions: { a: { properties: { p: { type: 'string' } }, required: ['q'] } },
      items: { $ref: '#/definitions/a' },
    },
    (count) => Array.from({ length: count / 2 }, () => ({ p: 1 })),
  ],
  [
    'unknown keys',
    { properties: mapOf(60, (i) => [`knownKey${i}`, {}]), additionalProperties: false },
    (count) => mapOf(count, (i) => [`key${i}`, 1]),
  ],
  [
    'branches',
    { additionalProperties: { anyOf: [{ type: 'integer' }, { required: ['a'] }, { required: ['b'] }] } },
    (count) => mapOf(count / 4, (i) => [`key${i}`, {}]),
  ],
  [
    'conditions',
    { additionalProperties: { if: { properties: { m: { const: 1 } } }, then: { required: ['z'] } } },
    (count) => mapOf(count / 2, (i) => [`key${i}`, { m: 1 }]),
  ],
  ['names', { propertyNames: { pattern: '^[a-z]+$' } }, (count) => mapOf(count / 2, (i) => [`key${i}`, 1])],
];

function seconds(schema: JsonSchema, data: unknown): number {
  const whole = { $schema: DRAFT_7, ...(schema as object) };
  const { validate } = compileSchema(whole);
  const options = { enforcedByHelm: false, secretAt: () => false };
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    validateValues(validate!, whole, data, options);
    best = Math.min(best, performance.now() - start);
  }
  return best / 1000;
}

describe('ten thousand errors', () => {
  // Well under one on an idle machine.
  it.each(LOADS)('are explained within seconds: %s', (_, schema, data) => {
    expect(seconds(schema, data(10_000))).toBeLessThan(3);
  });

  it.each(LOADS)('take no more than in proportion: %s', (_, schema, data) => {
    const few = Math.max(seconds(schema, data(2_000)), 0.005);
    // Eight times the errors; what is quadratic takes 64 times as long.
    expect(seconds(schema, data(16_000))).toBeLessThan(few * 25);
  });

  it('a value nested thousands of levels deep is still told', () => {
    const schema = {
      $schema: DRAFT_7,
      definitions: { n: { type: 'object', properties: { c: { $ref: '#/definitions/n' } } } },
      $ref: '#/definitions/n',
    };
    let data: unknown = 1;
    for (let i = 0; i < 2_000; i++) data = { c: data };
    const { validate } = compileSchema(schema);
    const facts = validateValues(validate!, schema, data, { enforcedByHelm: false, secretAt: () => false });
    expect(facts.map(({ rule }) => rule)).toEqual(['schema/type']);
  });
});
