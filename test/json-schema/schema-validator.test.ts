import { describe, expect, it } from 'vitest';
import { describeSchemaMistake } from '../../src/explain/describe-schema-mistake.ts';
import type { SchemaOptions } from '../../src/json-schema/schema-options.ts';
import { schemaValidator } from '../../src/json-schema/schema-validator.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { DRAFT_4, DRAFT_7 } from '../explain/explain.ts';
import { judged } from './judged.ts';

function problems(schema: JsonSchema, options: SchemaOptions = {}): string[] {
  return judged(schema, options).mistakes.map((mistake) => {
    const said = describeSchemaMistake(mistake, schema, options.enforcedByHelm === true);
    return `${said.rule} ${said.severity}: ${joinStatement(said)}`;
  });
}

function accepts(schema: JsonSchema, data: unknown, options: SchemaOptions = {}): boolean | undefined {
  return judged(schema, options).validate?.(data);
}

describe('dialects', () => {
  it('reads a schema without $schema as 2020-12, like Helm', () => {
    expect(accepts({ prefixItems: [{ type: 'string' }] }, [1])).toBe(false);
    expect(accepts({ $schema: DRAFT_7, prefixItems: [{ type: 'string' }] }, [1])).toBe(true);
  });

  it('takes a dialect under http and https, with and without #', () => {
    for (const $schema of [
      'https://json-schema.org/draft-04/schema#',
      'http://json-schema.org/draft-04/schema',
    ]) {
      expect(accepts({ $schema, minimum: 1, exclusiveMinimum: true }, 1)).toBe(false);
    }
  });

  it('reads an unknown dialect as 2020-12 and says so', () => {
    const schema = { $schema: 'https://example.com/mine', type: 'object' };
    expect(accepts(schema, [])).toBe(false);
    expect(problems(schema)).toEqual([
      'schema/invalid warning: The schema\'s $schema is "https://example.com/mine", which Helm does not know. It was read as draft 2020-12. Use "http://json-schema.org/draft-07/schema#".',
    ]);
  });

  it('ignores what stands beside a $ref up to draft-07, and what only ajv obeys', () => {
    const definitions = { text: { type: 'string' } };
    expect(accepts({ $schema: DRAFT_7, definitions, $ref: '#/definitions/text', minLength: 5 }, 'a')).toBe(
      true,
    );
    expect(accepts({ $defs: definitions, $ref: '#/$defs/text', minLength: 5 }, 'a')).toBe(false);
    expect(accepts({ $schema: DRAFT_7, type: 'string', nullable: true }, null)).toBe(false);
    expect(accepts({ $schema: DRAFT_7, id: 'x', type: 'string' }, 'a')).toBe(true);
    expect(accepts({ $schema: DRAFT_4, const: 1 }, 2)).toBe(true);
    expect(accepts({ properties: { nullable: { type: 'string' } } }, { nullable: 1 })).toBe(false);
  });

  it('reckons with decimals as people do', () => {
    expect(accepts({ multipleOf: 0.1 }, 0.3)).toBe(true);
    expect(accepts({ multipleOf: 0.1 }, 0.35)).toBe(false);
  });

  it('knows keys that JavaScript objects inherit only where they are written', () => {
    expect(accepts({ required: ['toString'] }, {})).toBe(false);
    expect(accepts({ properties: { constructor: { type: 'string' } } }, {})).toBe(true);
    expect(accepts({ additionalProperties: false }, JSON.parse('{"__proto__": 1}'))).toBe(false);
  });
});

describe('schemas that are not valid', () => {
  it.each<[string, JsonSchema, string]>([
    [
      'a wrong type',
      { $schema: DRAFT_7, type: 'int' },
      '#/type is "int". It must be one of "array", "boolean"',
    ],
    [
      'a required flag as in draft-03',
      { $schema: DRAFT_7, required: true },
      '#/required is true. It must be a list',
    ],
    [
      'a dangling local reference',
      { $ref: '#/definitions/none' },
      'a "$ref" leads to "#/definitions/none", and nothing is there',
    ],
    [
      'a dangling reference below an id',
      { $id: 'https://example.com/v.json', allOf: [{ $ref: '#/definitions/none' }] },
      'a "$ref" leads to "#/definitions/none", and nothing is there',
    ],
    ['a broken pattern', { pattern: '(' }, 'Invalid regular expression: /(/: Unterminated group'],
  ])('%s', (_, schema, reason) => {
    const found = problems(schema);
    expect(judged(schema).validate).toBeUndefined();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^schema\/invalid error: The schema itself is not valid: .*\. No value was checked\.$/,
    );
    expect(found[0]).toContain(reason);
  });

  it('says that Helm refuses every value when Helm enforces the schema', () => {
    expect(problems({ type: 'int' }, { enforcedByHelm: true })[0]).toMatch(
      /Helm refuses every install until it is mended\.$/,
    );
  });

  it.each<[JsonSchema, string]>([
    [{ properties: { a: { type: 'int' } } }, 'properties/a/type'],
    [{ properties: { a: { allOf: [{ $ref: '#/none' }] } } }, 'properties/a/allOf/0/$ref'],
    [{ patternProperties: { '^(': {} } }, 'patternProperties/^('],
    [{ properties: { a: { pattern: 'a' }, b: { pattern: '[' } } }, 'properties/b/pattern'],
    [{ properties: { a: { pattern: '(?<!x)y' } } }, 'properties/a/pattern'],
    [{ $schema: 'https://example.com/draft', type: 'string' }, '$schema'],
  ])('says where in %j', (schema, place) => {
    const [mistake] = judged(schema, { enforcedByHelm: true }).mistakes;
    expect(describeSchemaMistake(mistake!, schema, true).schemaAt?.join('/')).toBe(place);
  });

  it('are the same when the schemas for schemas are loaded on demand', async () => {
    for (const schema of [{ type: 'int' }, { $ref: '#/none' }, { type: 'string' }] as JsonSchema[]) {
      expect((await schemaValidator(schema)).mistakes).toEqual(judged(schema).mistakes);
    }
  });

  it.each<[string, JsonSchema]>([
    ['a method that every object has', { $ref: '#/constructor' }],
    ['a key of none', { $ref: '#/definitions/toString', definitions: {} }],
  ])('are those whose reference leads to %s', (_, schema) => {
    expect(judged(schema).mistakes.map(({ kind }) => kind)).toEqual(['dangling reference']);
  });

  it('takes no method that every object has for a dialect', () => {
    expect(judged({ $schema: 'toString' }).mistakes.map(({ kind }) => kind)).toEqual(['dialect']);
  });

  it('lets a definition that nothing refers to lead nowhere, as Helm does', () => {
    expect(judged({ definitions: { a: { $ref: '#/none' } } }).mistakes).toEqual([]);
  });

  it('are those that are nested too deeply, and they overflow nothing', () => {
    let schema: JsonSchema = { type: 'string' };
    for (let i = 0; i < 100_000; i++) schema = { not: schema };
    const at = Array.from({ length: LIMITS.schemaDepth + 1 }, () => 'not');
    expect(judged(schema).mistakes).toEqual([{ kind: 'limit', limit: 'schemaDepth', at }]);
  });

  it('never throws', () => {
    for (const schema of [1, null, 'x', [], { $ref: '%' }, { $id: '::', $ref: '//[' }, { properties: 1 }]) {
      expect(() => judged(schema as unknown as JsonSchema)).not.toThrow();
    }
  });
});

describe('references to other documents', () => {
  const schema = {
    $schema: DRAFT_7,
    properties: { a: { $ref: 'https://example.com/defs.json#/definitions/port' }, b: { type: 'string' } },
  };

  it('follows them into the documents at hand', () => {
    const documents = new Map([
      ['https://example.com/defs.json', { definitions: { port: { type: 'integer' } } }],
    ]);
    expect(problems(schema, { documents })).toEqual([]);
    expect(accepts(schema, { a: 'x' }, { documents })).toBe(false);
  });

  it('follows a relative one by the $id', () => {
    const relative = {
      $schema: DRAFT_7,
      $id: 'https://example.com/values.schema.json',
      properties: { a: { $ref: 'defs.json#/definitions/port' } },
    };
    const documents = new Map([
      ['https://example.com/defs.json', { definitions: { port: { type: 'integer' } } }],
    ]);
    expect(accepts(relative, { a: 'x' }, { documents })).toBe(false);
  });

  it('checks the rest when a remote document is not at hand, and says so once', () => {
    const twice = {
      ...schema,
      additionalProperties: { $ref: 'https://example.com/defs.json#/definitions/other' },
    };
    expect(accepts(twice, { a: 'x', b: 'y', c: 1 })).toBe(true);
    expect(accepts(twice, { a: 'x', b: 1 })).toBe(false);
    expect(problems(twice)).toEqual([
      'schema/unresolved-reference warning: The schema refers to "https://example.com/defs.json". chartlint does not fetch schemas, so what it says is not checked. Copy it into the schema\'s own definitions.',
    ]);
  });

  it('calls a missing file an error when Helm enforces the schema', () => {
    expect(problems({ $ref: 'file:///defs.json' }, { enforcedByHelm: true })).toEqual([
      'schema/unresolved-reference error: The schema refers to "file:///defs.json". Helm looks for it at the root of the file system and then refuses every value, so what it says is not checked. Copy it into the schema\'s own definitions.',
    ]);
  });

  it('takes anything for an unresolved urn:, silently, like Helm', () => {
    expect(problems({ $ref: 'urn:example:a' })).toEqual([]);
    expect(accepts({ $ref: 'urn:example:a#anchor' }, 1)).toBe(true);
  });

  it('knows the meta-schemas', () => {
    expect(problems({ $schema: DRAFT_7, $ref: 'http://json-schema.org/draft-07/schema#' })).toEqual([]);
  });
});

describe('patterns', () => {
  it('are read as Go reads them', () => {
    expect(accepts({ pattern: '(?i)^abc$' }, 'ABC')).toBe(true);
    expect(accepts({ pattern: '\\Aa\\z' }, 'ab')).toBe(false);
    expect(accepts({ pattern: '^[[:alpha:]]+$' }, 'a1')).toBe(false);
    expect(accepts({ pattern: '^(?P<name>a)$' }, 'a')).toBe(true);
    expect(accepts({ pattern: '^[\\w\\-]+\\@x$' }, 'a-b@x')).toBe(true);
  });

  it('that Go does not know make Helm refuse the schema; the values are checked all the same', () => {
    const schema = { pattern: '^(?!latest$)' };
    expect(problems(schema)).toEqual([]);
    expect(accepts(schema, 'latest', { enforcedByHelm: true })).toBe(false);
    expect(problems(schema, { enforcedByHelm: true })).toEqual([
      'schema/invalid error: The schema\'s pattern "^(?!latest$)" uses a look-around. Helm\'s regular expressions do not have that, and Helm refuses every install. Say it with "not", "allOf" or "enum" instead.',
    ]);
    expect(problems({ pattern: '\\(?=(?:a)[(?=]' }, { enforcedByHelm: true })).toEqual([]);
  });
});
