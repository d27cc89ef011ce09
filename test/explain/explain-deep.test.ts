import { expect, it } from 'vitest';
import { validateValues } from '../../src/explain/validate-values.ts';
import { compileSchema } from '../../src/json-schema/compile/compile-schema.ts';
import { DRAFT_7 } from './explain.ts';

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
