import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json-value.ts';
import { SchemaBundle } from '../../src/schema/schema-bundle.ts';
import type { ReadSchema } from '../../src/schema/schema-document.ts';
import { settleReferences } from '../../src/schema/settle-references.ts';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

function settled(schema: JsonObject, files: Record<string, JsonObject> = {}, inline = false) {
  const read: ReadSchema = {
    uriOf: (file) => `file:///${file}`,
    load: (uri) => files[uri.replace('file:///', '')],
  };
  const bundle = new SchemaBundle(read);
  const root = bundle.add({ file: 'values.schema.json', schema });
  return {
    json: settleReferences(root, bundle.definitions, { inline }),
    unresolved: [...bundle.unresolved],
  };
}

describe('SchemaBundle', () => {
  it('brings in what other files define, also behind their own references', () => {
    const { json, unresolved } = settled(
      { properties: { a: { $ref: 'a.json#/$defs/port' }, b: { $ref: 'a.json' } } },
      {
        'a.json': { $defs: { port: { $ref: 'b.json#/definitions/port' } }, type: 'object' },
        'b.json': { definitions: { port: { type: 'integer' } } },
      },
    );
    expect(unresolved).toEqual([]);
    expect(json).toEqual({
      properties: { a: { $ref: '#/definitions/port' }, b: { $ref: '#/definitions/a' } },
      definitions: {
        a: { type: 'object' },
        port: { $ref: '#/definitions/port-2' },
        'port-2': { type: 'integer' },
      },
    });
  });

  it('follows anchors, embedded ids, escaped pointers and the root itself', () => {
    const { json } = settled(
      {
        $id: 'https://example.org/values.json',
        properties: {
          a: { $ref: '#port' },
          b: { $ref: 'host' },
          c: { $ref: '#/properties/x~1y' },
          'x/y': { type: 'null' },
          d: { $ref: '#' },
        },
        $defs: { p: { $anchor: 'port', type: 'integer' }, h: { $id: 'host', type: 'string' } },
      },
      {},
      true,
    );
    expect(json.properties).toMatchObject({
      a: { type: 'integer' },
      b: { type: 'string' },
      c: { type: 'null' },
      d: { properties: { a: { type: 'integer' }, d: { $ref: '#/definitions/values' } } },
    });
    expect(Object.keys(json.definitions as JsonObject)).toEqual(['values']);
  });

  it('leaves a place open whose reference leads nowhere, and says so', () => {
    const { json, unresolved } = settled({
      properties: { a: { $ref: 'https://example.org/x.json', description: 'words' } },
    });
    expect(unresolved).toEqual(['https://example.org/x.json']);
    expect(json).toEqual({ properties: { a: { description: 'words' } } });
  });

  it('obeys what stands beside a reference as far as the draft of the file does', () => {
    const schema = {
      properties: { a: { $ref: '#/definitions/s', description: 'words', maxLength: 3 } },
      definitions: { s: { type: 'string', description: 'other words' } },
    };
    expect(settled({ $schema: DRAFT_07, ...schema }).json.properties).toEqual({
      a: { type: 'string', description: 'words' },
    });
    expect(settled(schema).json.properties).toEqual({
      a: { allOf: [{ $ref: '#/definitions/s' }], description: 'words', maxLength: 3 },
    });
  });

  it('says in draft-07 what older and newer drafts say otherwise', () => {
    const { json } = settled({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $defs: { unused: {} },
      properties: {
        tuple: { prefixItems: [{ type: 'string' }], items: false },
        older: { minimum: 1, exclusiveMinimum: true },
        marked: { required: true, type: 'string' },
      },
      dependentRequired: { a: ['b'] },
      dependentSchemas: { c: { required: ['d'] } },
      unevaluatedProperties: false,
    });
    expect(json).toEqual({
      properties: {
        tuple: { items: [{ type: 'string' }], additionalItems: false },
        older: { exclusiveMinimum: 1 },
        marked: { type: 'string' },
      },
      dependencies: { a: ['b'], c: { required: ['d'] } },
    });
  });

  it('takes values that are named like keywords for data', () => {
    const schema = {
      properties: { $ref: { type: 'string' }, definitions: { default: { $ref: 'x', required: true } } },
    };
    const { json } = settled(schema);
    expect(isJsonObject(json) && json).toEqual(schema);
  });
});
