import { describe, expect, it } from 'vitest';
import { bundleSchema } from '../../src/json-schema/bundle-schema.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { judged } from './judged.ts';

const BASE = 'file:///chart/values.schema.json';
const D7 = 'http://json-schema.org/draft-07/schema#';

function bundle(schema: JsonSchema, documents: Record<string, JsonSchema> = {}) {
  const asked: string[] = [];
  const result = bundleSchema(schema, BASE, (uri) => {
    asked.push(uri);
    return documents[uri];
  });
  const { validate, mistakes } = judged(result.schema);
  return { ...result, asked, mistakes, accepts: (data: unknown) => validate?.(data) };
}

describe('bundleSchema', () => {
  it('gives back a schema that refers to nothing else', () => {
    const schema = { $schema: D7, definitions: { a: {} }, $ref: '#/definitions/a' };
    expect(bundle(schema)).toMatchObject({ schema, references: [], asked: [] });
    expect(bundle(schema).schema).toBe(schema);
    expect(bundle(true).schema).toBe(true);
  });

  it('follows a file to the next, and back', () => {
    const { accepts, asked, references } = bundle(
      {
        $schema: D7,
        definitions: { name: { minLength: 2 } },
        properties: { a: { $ref: 'parts/a.json#/definitions/a' } },
      },
      {
        'file:///chart/parts/a.json': {
          definitions: {
            a: { allOf: [{ $ref: '#/definitions/b' }, { $ref: '../b.json' }] },
            b: { type: 'string' },
          },
        },
        'file:///chart/b.json': {
          allOf: [{ $ref: 'values.schema.json#/definitions/name' }, { $ref: 'parts/a.json#/definitions/b' }],
        },
      },
    );
    expect(asked).toEqual(['file:///chart/parts/a.json', 'file:///chart/b.json']);
    expect(references.map(({ found }) => found)).toEqual(['yes', 'yes', 'yes']);
    expect([accepts({ a: 'xy' }), accepts({ a: 'x' }), accepts({ a: 12 })]).toEqual([true, false, false]);
  });

  it('survives files that refer to each other and to themselves without end', () => {
    const { accepts } = bundle(
      { properties: { tree: { $ref: 'tree.json' } } },
      {
        'file:///chart/tree.json': {
          type: 'object',
          additionalProperties: { $ref: '#' },
          properties: { other: { $ref: 'tree.json' } },
        },
      },
    );
    expect(accepts({ tree: { a: { b: {} }, other: {} } })).toBe(true);
    expect(accepts({ tree: { a: { b: 1 } } })).toBe(false);
  });

  it('starts at the $id of the schema, of a part and of a document', () => {
    const { accepts, asked } = bundle(
      {
        $schema: D7,
        $id: 'https://example.com/v1/values.json',
        properties: {
          a: { $ref: 'a.json' },
          b: { $id: 'https://example.com/v2/', properties: { c: { $ref: 'c.json' } } },
        },
      },
      {
        'https://example.com/v1/a.json': {
          $id: 'https://example.com/parts/',
          $ref: '#',
          properties: {},
          definitions: {},
        },
        'https://example.com/v2/c.json': { type: 'integer' },
      },
    );
    expect(asked).toEqual(['https://example.com/v1/a.json', 'https://example.com/v2/c.json']);
    expect([accepts({ b: { c: 1 } }), accepts({ b: { c: 'x' } })]).toEqual([true, false]);
  });

  it('finds parts by their names: $anchor, and ids that start with #', () => {
    const { accepts, references } = bundle(
      { properties: { a: { $ref: 'parts.json#port' }, b: { $ref: 'old.json#name' } } },
      {
        'file:///chart/parts.json': { $defs: { p: { $anchor: 'port', type: 'integer' } } },
        'file:///chart/old.json': { $schema: D7, definitions: { n: { $id: '#name', type: 'string' } } },
      },
    );
    expect(references.map(({ found }) => found)).toEqual(['yes', 'yes']);
    expect([accepts({ a: 1, b: 'x' }), accepts({ a: 'x' }), accepts({ b: 1 })]).toEqual([true, false, false]);
  });

  it('keeps what it does not find, with its place, and the rest still counts', () => {
    const { accepts, references } = bundle(
      {
        $schema: D7,
        properties: {
          a: { $ref: 'none.json' },
          b: { $ref: 'parts.json#/definitions/none' },
          'c/d': { items: [{ $ref: 'https://example.com/x.json#/y' }] },
          e: { type: 'string' },
        },
      },
      { 'file:///chart/parts.json': { properties: { deep: { $ref: 'none.json' } } } },
    );
    expect(references.map(({ found, from, at }) => [found, from, at.join(' ')])).toEqual([
      ['no document', BASE, 'properties a $ref'],
      ['no document', 'file:///chart/parts.json', 'properties deep $ref'],
      ['nothing there', BASE, 'properties b $ref'],
      ['no document', BASE, 'properties c/d items 0 $ref'],
    ]);
    expect([accepts({ a: 1, b: 1, 'c/d': [1] }), accepts({ e: 1 })]).toEqual([true, false]);
  });

  it('takes no value and no key of a map for a reference', () => {
    const { asked } = bundle({
      properties: { $ref: { type: 'string' }, a: { const: { $ref: 'x.json' }, default: { $ref: 'y.json' } } },
    });
    expect(asked).toEqual([]);
  });

  it('leaves the schemas for schemas to the validator, and urn: to Helm, which takes anything', () => {
    const { asked, accepts, mistakes } = bundle({
      $schema: D7,
      properties: { a: { $ref: D7 }, b: { $ref: 'urn:x:y' } },
    });
    expect(asked).toEqual([]);
    expect(mistakes).toEqual([]);
    expect([accepts({ a: { type: 'string' }, b: 1 }), accepts({ a: { type: 'x' } })]).toEqual([true, false]);
  });

  it('does not take the place of a definition of the same name', () => {
    const { accepts, documents } = bundle(
      {
        definitions: { parts: { type: 'string' } },
        properties: { a: { $ref: '#/definitions/parts' }, b: { $ref: 'parts.json' } },
      },
      { 'file:///chart/parts.json': { type: 'integer' } },
    );
    expect([...documents.keys()]).toEqual(['parts 2']);
    expect([accepts({ a: 'x', b: 1 }), accepts({ b: 'x' })]).toEqual([true, false]);
  });
});
