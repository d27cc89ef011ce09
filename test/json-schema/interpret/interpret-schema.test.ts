import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../../src/json-schema/compile/compile-schema.ts';
import { interpretedSchema, schemaValidator } from '../../../src/json-schema/schema-validator.ts';
import type { ValidateFunction } from '../../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../../src/model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/model/json-value.ts';
import { DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019, DRAFT_2020 } from '../../explain/explain.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const suite = path.join(root, '..', 'shared', 'corpus', 'json-schema-suite');
const absent = !existsSync(suite) && process.env.CI === undefined;

/** Everything that a validator answers but for the messages, which nobody reads. */
function answer(validate: ValidateFunction | undefined, data: unknown): unknown {
  try {
    const valid = validate?.(data);
    return { valid, errors: valid ? [] : (validate?.errors ?? []).map(({ message: _, ...rest }) => rest) };
  } catch (error) {
    return error instanceof RangeError ? 'without end' : error;
  }
}

/**
 * ajv answers for an empty list in a map what it answered for the list before. It also makes code that fails when it counts
 * evaluated keys of some valid schemas.
 */
function isMistaken(schema: JsonSchema, data: unknown): boolean {
  return JSON.stringify(schema).includes('"contains"') && JSON.stringify(data).includes('[]');
}

/** Whether the schema was interpreted; then every answer has been compared with the compiled one. */
function agrees(schema: JsonSchema, data: Iterable<unknown>, enforcedByHelm = false): boolean {
  const validate = interpretedSchema(schema, enforcedByHelm)?.validate;
  if (validate === undefined) return false;
  const compiled = compileSchema(schema, { enforcedByHelm });
  expect(compiled.problems, JSON.stringify(schema)).toEqual([]);
  for (const one of data) {
    const [said, asked] = [answer(validate, one), answer(compiled.validate, one)];
    // Which parts are looked at without need differs, and so which circles are run into.
    if (said === 'without end' || asked === 'without end') continue;
    if (asked instanceof Error || isMistaken(schema, one)) continue;
    if (JSON.stringify(said) === JSON.stringify(asked)) continue;
    expect(said, `${JSON.stringify(schema)} with ${JSON.stringify(one)}`).toEqual(asked);
  }
  return true;
}

const DATA: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 2.5, 1e300, '', 'a', 'foo', '💥', '1', [], {}],
  ...[[1], [1, 1], ['a', 'b', 'a'], [1, '1', 'x', null], [[1], [1]], [{ a: 1 }, { a: 1 }], [null, 2, {}]],
  { foo: 1 },
  { foo: 'a', bar: 2 },
  { bar: {}, 'a/b~c %': { foo: null }, quux: [1] },
  { foo: { bar: { foo: [{}] } }, baz: 'x'.repeat(20) },
  Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`key${i}`, i])),
];

describe.skipIf(absent)(
  'interpreted and compiled, on the JSON Schema test suite (skipped when it is absent)',
  () => {
    const DRAFTS: Readonly<Record<string, readonly [uri: string, atLeast: number]>> = {
      draft4: [DRAFT_4, 170],
      draft6: [DRAFT_6, 230],
      draft7: [DRAFT_7, 270],
      'draft2019-09': [DRAFT_2019, 300],
      'draft2020-12': [DRAFT_2020, 295],
    };

    it.each(Object.entries(DRAFTS))('%s', (draft, [uri, atLeast]) => {
      let count = 0;
      const folder = path.join(suite, 'tests', draft);
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.json')) continue;
        const groups = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as {
          schema: JsonSchema;
          tests: { data: unknown }[];
        }[];
        const data = [...DATA, ...groups.flatMap(({ tests }) => tests.map((test) => test.data))];
        for (const { schema } of groups) {
          const whole = isJsonObject(schema) ? { $schema: uri, ...schema } : schema;
          if (agrees(whole, data)) count++;
        }
      }
      expect(count).toBeGreaterThan(atLeast);
    });
  },
);

const KEYS = ['foo', 'bar', 'a/b~c %', 'key1', 'hasOwnProperty'];
const values = fc.letrec<{ value: JsonValue; map: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, 3, 2.5, -7, '', 'a', 'foo', 'abc', '2020-01-01', '1'),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

/** Schemas of many keywords at once, some of them with what belongs to another keyword. */
const schemas = fc.letrec<{ schema: JsonValue; map: JsonValue; list: JsonValue; keywords: JsonObject }>(
  (tie) => {
    const count = fc.integer({ min: 0, max: 4 });
    const number = fc.constantFrom(0, 1, 2.5, 3);
    const keyList = fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 3 });
    const type = fc.constantFrom('object', 'array', 'string', 'integer', 'number', 'boolean', 'null');
    const dependencies = fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(keyList, tie('schema')), {
      maxKeys: 2,
      noNullPrototype: true,
    });
    const known: Record<string, fc.Arbitrary<JsonValue>> = {
      type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
      enum: fc.array(values.value, { minLength: 1, maxLength: 4 }),
      const: values.value,
      ...{ maximum: number, minimum: number, exclusiveMaximum: number, exclusiveMinimum: number },
      multipleOf: fc.constantFrom(0.1, 1, 2),
      ...{ maxLength: count, minLength: count, maxItems: count, minItems: count },
      ...{ maxProperties: count, minProperties: count, minContains: count, maxContains: count },
      pattern: fc.constantFrom('^a', 'o+$', '(?i)FOO', '(?=a)', '['),
      format: fc.constantFrom('date', 'ipv4', 'unknown', 'uuid'),
      uniqueItems: fc.boolean(),
      required: keyList,
      dependentRequired: fc.dictionary(fc.constantFrom(...KEYS), keyList, {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      ...{ dependencies, dependentSchemas: tie('map'), properties: tie('map'), definitions: tie('map') },
      patternProperties: fc.dictionary(fc.constantFrom('^f', 'o', '~', '('), tie('schema'), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      ...{
        additionalProperties: tie('schema'),
        propertyNames: tie('schema'),
        additionalItems: tie('schema'),
      },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      ...{ contains: tie('schema'), not: tie('schema'), if: tie('schema'), then: tie('schema') },
      ...{ else: tie('schema'), items: fc.oneof(tie('schema'), tie('list')), prefixItems: tie('list') },
      ...{ allOf: tie('list'), anyOf: tie('list'), oneOf: tie('list') },
      $ref: fc.constantFrom(
        '#',
        '#/definitions/foo',
        '#/properties/bar',
        '#/definitions/a~1b~0c%20%25',
        '#/no',
      ),
      ...{
        description: fc.constant('words'),
        library: tie('schema'),
        nullable: fc.boolean(),
        $id: fc.constantFrom('#/x', '#x'),
      },
    };
    const keyword = fc.constantFrom(...Object.keys(known));
    const pair = keyword.chain((name) =>
      fc.tuple(fc.constant(name), fc.oneof({ weight: 30, arbitrary: known[name]! }, values.value)),
    );
    return {
      keywords: fc.array(pair, { minLength: 1, maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
      schema: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.constantFrom<JsonValue>(true, false, {}),
        tie('keywords'),
      ),
      map: fc.dictionary(fc.constantFrom(...KEYS), tie('schema'), { maxKeys: 3, noNullPrototype: true }),
      list: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    };
  },
);

describe('interpreted and compiled, on random schemas', () => {
  it.each([DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019, DRAFT_2020])('%s', ($schema) => {
    let count = 0;
    fc.assert(
      fc.property(
        schemas.keywords,
        fc.array(values.value, { minLength: 5 }),
        fc.boolean(),
        (schema, data, enforced) => {
          if (agrees({ $schema, ...schema }, [...data, ...DATA], enforced)) count++;
        },
      ),
      { numRuns: 150 },
    );
    expect(count).toBeGreaterThan(25);
  });
});

describe('what is not interpreted', () => {
  it.each<[string, JsonSchema]>([
    ['a keyword with what it cannot mean', { properties: { a: { type: 'int' } } }],
    ['a pattern that is none', { $schema: DRAFT_7, patternProperties: { '(': {} } }],
    ['a reference that leads nowhere', { $ref: '#/definitions/none' }],
    ['another document', { $ref: 'https://example.com/port.json' }],
    ['a name for a part', { $schema: DRAFT_7, definitions: { a: { $id: '#a' } }, $ref: '#a' }],
    ['keys that are left over', { $schema: DRAFT_2019, unevaluatedProperties: false }],
    ['a dialect that nobody knows', { $schema: 'https://example.com/dialect' }],
  ])('%s', (_, schema) => {
    expect(interpretedSchema(schema, false)).toBeUndefined();
  });

  it('is a pattern that Helm refuses, where Helm reads the schema', () => {
    const schema = { $schema: DRAFT_7, properties: { a: { pattern: '(?=a)' } } };
    expect(interpretedSchema(schema, true)).toBeUndefined();
    expect(interpretedSchema(schema, false)?.validate({ a: 'b' })).toBe(false);
  });

  it('is compiled, with its problems', async () => {
    const schema: JsonSchema = { $schema: DRAFT_2019, properties: { a: {} }, unevaluatedProperties: false };
    const { validate, problems } = await schemaValidator(schema);
    expect([validate?.({ a: 1 }), validate?.({ b: 1 }), problems]).toEqual([true, false, []]);
    expect((await schemaValidator({ type: 'int' })).problems).toEqual(
      compileSchema({ type: 'int' }).problems,
    );
  });
});

describe('references to documents that are not at hand', () => {
  const uri = 'https://example.com/port.json';
  const schema: JsonSchema = { properties: { a: { $ref: uri, type: 'string' }, b: { type: 'integer' } } };

  it('take anything, and nothing more is said about them', async () => {
    for (const one of [schema, { ...schema, unevaluatedProperties: false }]) {
      const { validate, problems } = await schemaValidator(one, {}, new Set([uri]));
      expect([validate?.({ a: 'x', b: 1 }), validate?.({ a: 1 }), problems]).toEqual([true, false, []]);
    }
    expect(interpretedSchema(schema, false, new Set([uri]))).toBeDefined();
  });
});
