// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

import { describe, expect, it } from 'vitest';
import { explainErrors } from '../../src/explain/explain-errors.ts';
import { validateValues } from '../../src/explain/validate-values.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { judged } from '../json-schema/judged.ts';
import { DRAFT_7, DRAFT_2019, DRAFT_2020, explain, factsAbout } from './explain.ts';

const PLAIN = { enforcedByHelm: false, secretAt: () => false };

describe('facts', () => {
  it('point at the values of the condition', () => {
    const schema = {
      properties: {
        postgres: { if: { properties: { mode: { const: 'use_existing' } } }, then: { required: ['host'] } },
      },
    };
    expect(factsAbout(schema, { postgres: { mode: 'use_existing' } })).toEqual([
      {
        rule: 'schema/required',
        severity: 'error',
        at: ['postgres', 'host'],
        problem: 'the required key "host" is missing in postgres because postgres.mode is "use_existing"',
        related: [{ at: ['postgres', 'mode'], message: 'postgres.mode is "use_existing"' }],
      },
    ]);
  });

  it('have list indexes as numbers and keys as strings', () => {
    const schema = { properties: { a: { items: { properties: { 0: { type: 'string' } } } } } };
    expect(factsAbout(schema, { a: [{ 0: 1 }] })[0]!.at).toEqual(['a', 0, '0']);
  });

  it('name the rule that covers them, of the failing schema or of the closest around it in the same then', () => {
    const schema: JsonSchema = {
      if: { properties: { mode: { const: 'x' } } },
      then: {
        'x-chartlint': { coveredBy: 'outer' },
        required: ['a'],
        properties: {
          b: {
            properties: { c: { type: 'string' }, d: { 'x-chartlint': { coveredBy: 'inner' }, minLength: 1 } },
          },
        },
      },
      properties: { mode: { type: 'string' }, e: { type: 'string' } },
    };
    const facts = factsAbout(schema, { mode: 'x', b: { c: 1, d: '' }, e: 1 });
    expect(Object.fromEntries(facts.map(({ at, coveredBy }) => [at.join('.'), coveredBy]))).toEqual({
      a: 'outer',
      'b.c': 'outer',
      'b.d': 'inner',
      e: undefined,
    });
  });

  it('never show a secret, nor values below one', () => {
    const schema: JsonSchema = {
      properties: {
        password: {
          type: 'integer',
          enum: [1],
          pattern: 'x',
          format: 'uri',
          minLength: 99,
          not: { const: 'hunter2' },
        },
        apiKeys: { 'x-chartlint': { secret: true }, items: { type: 'integer' }, uniqueItems: true },
        other: { if: { properties: { token: { const: 'hunter2' } } }, then: { required: ['x'] } },
        tokens: { uniqueItems: true, items: { pattern: '^x' }, 'x-chartlint': { secret: true } },
      },
      not: { properties: { password: { const: 'hunter2' } } },
    };
    const data = {
      password: 'hunter2',
      apiKeys: ['hunter2', 'hunter2'],
      other: { token: 'hunter2' },
      tokens: ['hunter2', 'hunter2'],
    };
    const facts = factsAbout(schema, data);
    expect(facts.length).toBeGreaterThan(4);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  it('know keys that JavaScript objects inherit', () => {
    const schema = { properties: { a: {} }, additionalProperties: false };
    expect(explain(schema, JSON.parse('{"toString": 1, "__proto__": 2}'))).toEqual([
      'schema/unknown-key warning /toString~: unknown key "toString" at the top level. The chart ignores it silently. The only known key is "a".',
      'schema/unknown-key warning /__proto__~: unknown key "__proto__" at the top level. The chart ignores it silently. The only known key is "a".',
    ]);
  });
});

it('tells a forbidden global from a misspelled key', () => {
  const schema = { properties: { globals: {} }, additionalProperties: false };
  expect(explain(schema, { global: {} }, true)).toEqual([
    'schema/forbidden-global /global~: the schema has no key "global", which Helm itself hands to every subchart. Helm refuses it. Add "global": {"type": "object"} to the properties of the schema.',
  ]);
});

describe('references', () => {
  it('into other documents are explained by them', () => {
    const schema = {
      $schema: DRAFT_7,
      properties: { image: { $ref: 'https://example.com/defs.json#/definitions/image' } },
    };
    const documents = new Map<string, JsonSchema>([
      [
        'https://example.com/defs.json',
        { definitions: { image: { properties: { tag: {} }, additionalProperties: false } } },
      ],
    ]);
    const { validate } = judged(schema, { documents });
    const facts = validateValues(validate!, schema, { image: { tga: 1 } }, { ...PLAIN, documents });
    expect(facts.map(joinStatement)).toEqual([
      'unknown key "tga" in image. The chart ignores it silently. Did you mean "tag"?',
    ]);
  });

  it('that cannot be followed leave the error told without its surroundings', () => {
    const schema = {
      $schema: DRAFT_7,
      properties: { a: { $ref: 'https://example.com/defs.json#/definitions/port' } },
    };
    const documents = new Map([
      ['https://example.com/defs.json', { definitions: { port: { type: 'integer' } } }],
    ]);
    const { validate } = judged(schema, { documents });
    expect(validateValues(validate!, schema, { a: 'x' }, PLAIN).map(joinStatement)).toEqual([
      'a is "x" (a string), but the chart expects an integer.',
    ]);
  });

  it('that go round in a circle come to an end', () => {
    const schema = {
      definitions: {
        tree: { properties: { next: { $ref: '#/definitions/tree' }, port: { type: 'integer' } } },
      },
      allOf: [{ $ref: '#/definitions/tree' }, { $ref: '#/definitions/tree' }],
    };
    expect(explain(schema, { next: { next: { port: 'x' } } })).toEqual([
      'schema/type /next/next/port: next.next.port is "x" (a string), but the chart expects an integer.',
    ]);
  });

  it('by anchors and ids are followed', () => {
    const schema = {
      $schema: DRAFT_2020,
      $defs: {
        a: { $anchor: 'port', type: 'integer', 'x-chartlint': { message: 'not a port' } },
        b: { $id: 'https://example.com/b', $defs: { c: { type: 'string' } } },
      },
      properties: {
        a: { $ref: '#port' },
        b: { $ref: 'https://example.com/b#/$defs/c' },
      },
    };
    expect(explain(schema, { a: 'x', b: 1 })).toEqual([
      'schema/type /a: a is "x": not a port.',
      'schema/type /b: b is 1 (a number), but the chart expects a string. Quote it: "1".',
    ]);
  });

  it.each([
    {
      $schema: DRAFT_2020,
      $dynamicAnchor: 'node',
      properties: { child: { $dynamicRef: '#node' }, port: { type: 'integer' } },
    },
    {
      $schema: DRAFT_2019,
      $recursiveAnchor: true,
      properties: { child: { $recursiveRef: '#' }, port: { type: 'integer' } },
    },
  ])('that depend on the way there are followed: $$schema', (schema) => {
    expect(explain(schema, { child: { child: { port: 'x' } } })).toEqual([
      'schema/type /child/child/port: child.child.port is "x" (a string), but the chart expects an integer.',
    ]);
  });

  it('to themselves without going deeper are a fact', () => {
    const schema = {
      $schema: DRAFT_7,
      definitions: { a: { $ref: '#/definitions/b' }, b: { allOf: [{ $ref: '#/definitions/a' }] } },
      $ref: '#/definitions/b',
    };
    const { validate } = judged(schema);
    expect(
      validateValues(validate!, schema, {}, PLAIN).map((fact) => `${fact.rule}: ${joinStatement(fact)}`),
    ).toEqual([
      'schema/invalid: The schema could not be applied: it refers to itself without end. No value was checked.',
    ]);
  });
});

describe('errors of unknown origin', () => {
  it('still give a fact', () => {
    const error = { keyword: 'isCool', instancePath: '/a', schemaPath: '#/nowhere/isCool', params: {} };
    expect(explainErrors([error], {}, { a: 1 }, PLAIN)).toEqual([
      {
        rule: 'schema/not',
        severity: 'error',
        at: ['a'],
        problem: 'a is 1, which the schema\'s "isCool" does not allow',
      },
    ]);
  });

  it('give one even when they say nothing at all', () => {
    const error = { keyword: 'if', instancePath: '/gone/0', schemaPath: '', params: {} };
    expect(explainErrors([error], true, null, PLAIN)).toHaveLength(1);
  });
});

it('reads the schema only when there is something to explain', () => {
  const schema = { $schema: DRAFT_7, type: 'object' };
  const { validate } = judged(schema);
  let read = 0;
  const lazily = (): JsonSchema => {
    read++;
    return schema;
  };
  expect(validateValues(validate!, lazily, {}, PLAIN)).toEqual([]);
  expect(read).toBe(0);
  expect(validateValues(validate!, lazily, [], PLAIN)).toHaveLength(1);
  expect(read).toBe(1);
});
