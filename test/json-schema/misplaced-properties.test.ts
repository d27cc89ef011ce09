import { describe, expect, it } from 'vitest';
import { misplacedProperties } from '../../src/json-schema/misplaced-properties.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';

const places = (schema: JsonSchema): string[] =>
  misplacedProperties(schema).map((mistake) => ('at' in mistake ? mistake.at.join('/') : ''));

describe('misplacedProperties', () => {
  it('finds the schema of a property that stands where keywords stand', () => {
    expect(places({ type: 'object', properties: {}, enabled: { type: 'boolean' } })).toEqual(['enabled']);
  });

  it('leaves maps of definitions alone when a reference finds something in them', () => {
    const library = { probe: { type: 'object' }, port: { type: 'integer' } };
    const schema = {
      properties: { probe: { $ref: '#/definitions/core.json/probe' } },
      definitions: { 'core.json': library },
    };
    expect(places(schema)).toEqual([]);
    expect(places({ definitions: { 'core.json': library } })).toEqual(['definitions/core.json/probe']);
  });

  it('says once what one brace too early brings about', () => {
    const schema = { type: 'object', properties: {}, one: { type: 'string' }, two: { type: 'string' } };
    expect(misplacedProperties(schema)).toMatchObject([{ key: 'one', others: 1 }]);
  });
});
