// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateValues } from '../../src/explain/validate-values.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { judged } from '../json-schema/judged.ts';
import { DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019, DRAFT_2020 } from './explain.ts';

const KEYS = ['a', 'b', 'ab', 'name', 'nmae', 'toString', 'x/y~z %', 'password', 'type'];
/** Each run compiles a schema or two. */
const RUNS = 200;
const key = fc.constantFrom(...KEYS);
const small = fc.integer({ min: 0, max: 3 });
const scalar = fc.oneof(
  fc.constantFrom<unknown>('', 'a', 'aa', 'x', '3', 'true', null, true, false, 0, 1, 2.5, 3),
);
const type = fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'object', 'null');

/** A schema with up to four of the keywords. */
function keywords(all: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const one = Object.entries(all).map(([name, value]) => value.map((written) => [name, written] as const));
  return fc.array(fc.oneof(...one), { minLength: 1, maxLength: 4 }).map((some) => Object.fromEntries(some));
}

/** Any schema; draft-04 has no schemas that are `true` or `false`. */
const anySchema = (booleans: boolean): fc.Arbitrary<unknown> =>
  fc.letrec<{ schema: unknown }>((tie) => {
    const sub = tie('schema');
    const list = fc.array(sub, { minLength: 1, maxLength: 3 });
    const map = fc.dictionary(key, sub, { maxKeys: 3 });
    return {
      schema: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        booleans ? fc.boolean() : fc.constant({}),
        keywords({
          type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
          enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 10, comparator: 'SameValue' }),
          const: scalar,
          minimum: small,
          maximum: small,
          multipleOf: fc.constantFrom(1, 2),
          minLength: small,
          maxLength: small,
          pattern: fc.constantFrom('^a', '^$|^[a-z]+$', '(?i)x'),
          format: fc.constantFrom('ipv4', 'uri', 'made-up'),
          minItems: small,
          maxItems: small,
          uniqueItems: fc.boolean(),
          minProperties: small,
          required: fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
          'x-chartlint': fc.record(
            { message: fc.constant('no.'), secret: fc.boolean() },
            { requiredKeys: [] },
          ),
          description: fc.constantFrom('Short. Long.', ''),
          properties: map,
          patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), sub, { maxKeys: 2 }),
          additionalProperties: fc.oneof(fc.constant(false), sub),
          unevaluatedProperties: fc.constant(false),
          propertyNames: sub,
          items: sub,
          contains: sub,
          allOf: list,
          anyOf: list,
          oneOf: list,
          not: sub,
          if: sub,
          then: sub,
          else: sub,
          dependencies: fc.dictionary(key, fc.oneof(sub, fc.constant(['a'])), { maxKeys: 2 }),
          dependentSchemas: map,
          dependentRequired: fc.dictionary(key, fc.constant(['a', 'b']), { maxKeys: 1 }),
          $ref: fc.constantFrom('#/definitions/one', '#/definitions/two'),
        }),
      ),
    };
  }).schema;

const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(key, tie('data'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('any schema and any values', () => {
  for (const $schema of [DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019, DRAFT_2020]) {
    const schema = anySchema($schema !== DRAFT_4);

    it(`explaining never throws and always says something: ${$schema}`, () => {
      let explained = 0;
      fc.assert(
        fc.property(schema, schema, schema, data, fc.boolean(), (root, one, two, values, enforcedByHelm) => {
          const base = typeof root === 'object' ? root : { not: {} };
          const whole = { ...base, $schema, definitions: { one, two } } as JsonSchema;
          const { validate, mistakes } = judged(whole);
          if (validate === undefined) return mistakes.length === 1;
          const facts = validateValues(validate, whole, values, { enforcedByHelm, secretAt: () => false });
          for (const fact of facts) {
            const { rule } = fact;
            const message = joinStatement(fact);
            if (rule !== 'schema/invalid' && /undefined|\[object|NaN| {2}/.test(message))
              throw new Error(message);
            if (!/^schema\/[a-z-]+$/.test(rule)) throw new Error(rule);
          }
          // A schema may refer to itself without end, which is a fact as well.
          let valid: boolean | undefined;
          try {
            valid = validate(values);
          } catch {
            valid = false;
          }
          if (!valid) explained++;
          return valid === (facts.length === 0);
        }),
        { numRuns: RUNS },
      );
      // About a fifth of the random pairs are invalid; chance alone does not get below a quarter of that.
      expect(explained).toBeGreaterThan(RUNS / 20);
    });
  }
});
