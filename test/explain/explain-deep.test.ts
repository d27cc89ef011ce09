import { expect, it } from 'vitest';
import { validateValues } from '../../src/explain/validate-values.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { judged } from '../json-schema/judged.ts';
import { DRAFT_7 } from './explain.ts';

it('a value nested deeper than YAML files may be is still told', () => {
  const schema = {
    $schema: DRAFT_7,
    definitions: { n: { type: 'object', properties: { c: { $ref: '#/definitions/n' } } } },
    $ref: '#/definitions/n',
  };
  let data: unknown = 1;
  for (let i = 0; i < 1_200; i++) data = { c: data };
  const { validate } = judged(schema);
  const facts = validateValues(validate!, schema, data, { enforcedByHelm: false, secretAt: () => false });
  expect(facts.map(({ rule }) => rule)).toEqual(['schema/type']);
});

it('references that double at every step are told once, and do not take long', () => {
  const definitions: Record<string, JsonSchema> = { a14: { type: 'object' } };
  for (let i = 0; i < 14; i++) {
    const next = { $ref: `#/definitions/a${i + 1}` };
    definitions[`a${i}`] = { allOf: [next, next] };
  }
  const schema: JsonSchema = {
    $schema: DRAFT_7,
    definitions,
    properties: { x: { $ref: '#/definitions/a0' } },
  };
  const { validate } = judged(schema);
  const facts = validateValues(validate!, schema, { x: 1 }, { enforcedByHelm: false, secretAt: () => false });
  expect(facts.map(({ rule, at }) => [rule, ...at])).toEqual([['schema/type', 'x']]);
});
