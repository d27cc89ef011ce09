import { expect, it } from 'vitest';
import { schemaNames } from '../../src/chart/schema-names.ts';
import type { Chart } from '../../src/model/chart.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';

function chart(schema: JsonSchema | undefined, dependencies: readonly Chart[] = [], alias?: string): Chart {
  return {
    metadata: {
      name: 'shop',
      version: '1.0.0',
      dependencies: alias === undefined ? [] : [{ name: 'cache', alias }],
    },
    values: { kind: 'chart-defaults', label: 'values.yaml', data: {}, scope: [] },
    ...(schema === undefined ? {} : { schema }),
    dependencies,
  };
}

const SCHEMA: JsonSchema = {
  type: 'object',
  definitions: { port: { type: 'object', properties: { number: { type: 'integer' } } } },
  properties: {
    server: { $ref: '#/definitions/port' },
    open: { type: 'object', properties: { a: {} }, additionalProperties: true },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    described: { description: 'Anything.' },
    list: { type: 'array', items: { type: 'object', properties: { host: { type: 'string' } } } },
    choice: { anyOf: [{ type: 'string' }, { type: 'object', properties: { b: { type: 'string' } } }] },
    loop: { $ref: '#' },
  },
};

it.each([
  ['server', 'number'],
  ['open', 'anything'],
  ['labels', 'team'],
  ['described', 'anything', 'below'],
  ['list', 0, 'host'],
  ['choice', 'b'],
  ['loop', 'loop', 'server', 'number'],
])('names %s %s', (...path) => {
  expect(
    schemaNames(
      chart(SCHEMA),
      path.filter((segment) => segment !== undefined),
    ),
  ).toBeDefined();
});

it.each([['sever'], ['server', 'numbr'], ['list', 0, 'hots'], ['choice', 'c']])(
  'does not name %s %s',
  (...path) => {
    expect(
      schemaNames(
        chart(SCHEMA),
        path.filter((segment) => segment !== undefined),
      ),
    ).toBeUndefined();
  },
);

it('asks the schema of a subchart under its alias', () => {
  const cache: Chart = { ...chart(SCHEMA), metadata: { name: 'cache', version: '1.0.0' } };
  const parent = chart(undefined, [cache], 'sessions');
  expect(schemaNames(parent, ['sessions', 'server'])).toBe('names');
  expect(schemaNames(parent, ['cache', 'server'])).toBe('names');
  expect(schemaNames(parent, ['other', 'server'])).toBeUndefined();
});
