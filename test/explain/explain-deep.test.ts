import { expect, it } from 'vitest';
import { validateValues } from '../../src/explain/validate-values.ts';
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
