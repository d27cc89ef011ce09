// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.

import { expect, it } from 'vitest';
import { collectAnnotations } from '../../src/json-schema/collect-annotations.ts';

const secret = { 'x-chartlint': { secret: true } };
const patterns = (schema: Parameters<typeof collectAnnotations>[0]): string[] =>
  collectAnnotations(schema).map(({ pattern }) => pattern.join('.'));

it('goes wherever a schema speaks of a value', () => {
  const schema = {
    definitions: { shared: { properties: { inner: secret } } },
    properties: {
      own: secret,
      referred: { $ref: '#/definitions/shared' },
      beside: { $ref: '#/definitions/shared', ...secret },
      list: { items: { properties: { item: secret } } },
      tuple: { items: [{}, secret], additionalItems: secret },
      prefix: { prefixItems: [secret] },
      map: { additionalProperties: secret },
      matching: { patternProperties: { '^a': secret } },
      branches: {
        allOf: [{ properties: { all: secret } }],
        anyOf: [{ properties: { any: secret } }],
        oneOf: [secret],
      },
      conditional: {
        if: secret,
        then: { properties: { yes: secret } },
        else: { properties: { no: secret } },
      },
    },
  };
  expect(patterns(schema).sort()).toEqual(
    [
      'beside',
      'beside.inner',
      'branches',
      'branches.all',
      'branches.any',
      'conditional.no',
      'conditional.yes',
      'list.*.item',
      'map.*',
      'matching.*',
      'own',
      'prefix.0',
      'referred.inner',
      'tuple.*',
      'tuple.1',
    ].sort(),
  );
});

it('keeps what is about the value and leaves out what is about the schema', () => {
  const schema = {
    properties: {
      image: { 'x-chartlint': { role: 'image', message: 'no image', coveredBy: 'x' } },
      then: { 'x-chartlint': { message: 'only words' } },
      old: { deprecated: true, 'x-chartlint': { replacedBy: '/new' } },
      older: { deprecated: true },
    },
  };
  expect(collectAnnotations(schema)).toEqual([
    { pattern: ['image'], annotation: { role: 'image' } },
    { pattern: ['old'], annotation: { replacedBy: '/new', deprecated: true } },
    { pattern: ['older'], annotation: { deprecated: true } },
  ]);
});

it('places the same annotation once, and ends in schemas that refer to themselves', () => {
  const schema = {
    definitions: { tree: { ...secret, properties: { next: { $ref: '#/definitions/tree' } } } },
    allOf: [{ $ref: '#/definitions/tree' }, { $ref: '#/definitions/tree' }],
  };
  expect(patterns(schema)).toEqual(['']);
  expect(patterns({ $ref: '#' })).toEqual([]);
  expect(patterns({ $ref: '#/definitions/%' })).toEqual([]);
  expect(patterns(true)).toEqual([]);
});
