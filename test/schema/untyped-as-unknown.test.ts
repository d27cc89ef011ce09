import { expect, it } from 'vitest';
import { valuesTypes } from '../../src/cli/values-types.ts';

it.each([
  [{ 'x-chartlint': { deprecated: 'yes' }, deprecated: 1 }],
  [{ 'x-chartlint': [{ deprecated: [] }] }],
  [{ minItems: 3, maxItems: 1 }],
  [{ maxItems: -1 }],
  [{ type: 'string', tsType: 'any; import("evil")', tsEnumNames: [1] }],
])('types are made whatever a schema says beside JSON Schema: %j', async (schema) => {
  const text = await valuesTypes({ properties: { a: { type: 'array', ...schema } } }, 'AValues', '');
  expect(text).toContain('export interface AValues');
  expect(text).not.toContain('evil');
});

it('a schema of which there is no type is wrong use', async () => {
  const circle = {
    definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } },
    $ref: '#/definitions/a',
  };
  await expect(valuesTypes(circle, 'AValues', '')).rejects.toThrow(/^no type can be made of the schema/);
});
