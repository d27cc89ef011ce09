import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SchemaLimit } from '../../../src/json-schema/interpret/schema-limit.ts';
import { soundValidator } from '../../../src/json-schema/schema-validator.ts';
import type { ValidateFunction } from '../../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../../src/model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../src/model/json-value.ts';
import { DRAFT_4, DRAFT_6, DRAFT_7, DRAFT_2019, DRAFT_2020 } from '../../explain/explain.ts';
import { randomRuns } from '../../random-runs.ts';
import { judged } from '../judged.ts';
import { ajvTwin } from '../twin/ajv-twin.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const suite = path.join(root, '..', 'shared', 'corpus', 'json-schema-suite');
const absent = !existsSync(suite) && process.env.CI === undefined;

/** Everything that a validator answers but for the messages, which nobody reads; ajv does not escape every path. */
function answer(validate: ValidateFunction | undefined, data: unknown): unknown {
  try {
    const valid = validate?.(data);
    const errors = (valid ? [] : (validate?.errors ?? [])).map(({ message: _, ...rest }) => rest);
    return {
      valid,
      errors: errors.map((one) => ({ ...one, schemaPath: decodeURIComponent(one.schemaPath) })),
    };
  } catch (error) {
    return error instanceof RangeError ? 'without end' : error;
  }
}

/**
 * ajv answers for an empty list in a map what it answered for the list before. It also makes code that fails when it counts
 * evaluated keys of some valid schemas.
 */
function isMistaken(schema: JsonSchema, data: unknown): boolean {
  // Beyond 2^53 it reckons with what is left of the digits.
  if (JSON.stringify(schema).includes('"multipleOf"') && /\de\+/.test(JSON.stringify(data))) return true;
  return JSON.stringify(schema).includes('"contains"') && JSON.stringify(data).includes('[]');
}

/** What ajv does not know, or knows otherwise than Helm's engine; there the test suite is the judge. */
const APART =
  /"\$ref":"(?:http|#\/(?:examples|enum|const|default)\/)|"(?:unevaluated\w+|\$(?:dynamicRef|recursiveRef|id|anchor)|__proto__|id)"/;

/** Whether every answer has been compared with ajv's: the schema is valid, and ajv can compile it. */
function agrees(schema: JsonSchema, data: Iterable<unknown>, enforcedByHelm = false): boolean {
  const { validate } = judged(schema, { enforcedByHelm });
  const twin = validate && !APART.test(JSON.stringify(schema)) ? ajvTwin(schema) : undefined;
  if (validate === undefined || twin === undefined) return false;
  for (const one of data) {
    const [said, asked] = [answer(validate, one), answer(twin, one)];
    // Which parts are looked at without need differs, and so which circles are run into.
    if (asked === 'without end' || JSON.stringify(said).includes('"endless"')) continue;
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
      { numRuns: randomRuns(150) },
    );
    expect(count).toBeGreaterThan(randomRuns(150) / 6);
  });
});

describe('what is not sound beyond doubt', () => {
  it.each<[string, JsonSchema]>([
    ['a keyword with what it cannot mean', { properties: { a: { type: 'int' } } }],
    ['a pattern that is none', { $schema: DRAFT_7, patternProperties: { '(': {} } }],
    ['a reference that leads nowhere', { $ref: '#/definitions/none' }],
    ['another document', { $ref: 'https://example.com/port.json' }],
    ['a dialect that nobody knows', { $schema: 'https://example.com/dialect' }],
  ])('%s', (_, schema) => {
    expect(soundValidator(schema)).toBeUndefined();
  });

  it('is a pattern that Helm refuses, where Helm reads the schema', () => {
    const schema = { $schema: DRAFT_7, properties: { a: { pattern: '(?=a)' } } };
    expect(soundValidator(schema, { enforcedByHelm: true })).toBeUndefined();
    expect(soundValidator(schema)?.validate?.({ a: 'b' })).toBe(false);
  });
});

describe('names of parts, and what is left over', () => {
  it.each<[string, JsonSchema]>([
    ['ids', { $schema: DRAFT_7, definitions: { a: { $id: '#a', type: 'string' } }, $ref: '#a' }],
    ['anchors', { $defs: { a: { $anchor: 'a', type: 'string' } }, $ref: '#a' }],
    ['keys', { $schema: DRAFT_2019, type: 'string', unevaluatedProperties: false }],
  ])('need no schema for schemas: %s', (_, schema) => {
    const { validate } = soundValidator(schema)!;
    expect([validate?.('a'), validate?.(1)]).toEqual([true, false]);
  });
});

describe('a schema that comes back to itself on the same value', () => {
  it('fails there, as in Helm, and other branches still count', () => {
    const circle = { definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } } };
    const { validate } = soundValidator({ ...circle, $ref: '#/definitions/a' })!;
    expect([validate?.(1), validate?.errors?.map(({ params }) => params)]).toEqual([
      false,
      [{ endless: true }],
    ]);
    const other = soundValidator({ ...circle, anyOf: [{ $ref: '#/definitions/a' }, { type: 'string' }] })!;
    expect([other.validate?.('x'), other.validate?.(1)]).toEqual([true, false]);
  });

  it('is none on the name of a key, or on a value below', () => {
    const { validate } = soundValidator({
      $defs: { a: { type: ['object', 'string'], propertyNames: { $ref: '#/$defs/a' } } },
      $ref: '#/$defs/a',
    })!;
    expect(validate?.({ key: 1 })).toBe(true);
  });
});

describe('references that double at every step', () => {
  const doubling = (leaf: JsonObject): JsonObject => {
    const definitions: Record<string, JsonObject> = { a30: leaf };
    for (let i = 0; i < 30; i++) {
      const next = { $ref: `#/definitions/a${i + 1}` };
      definitions[`a${i}`] = { allOf: [next, next], properties: { below: { allOf: [next, next] } } };
    }
    return { definitions, $ref: '#/definitions/a0' };
  };

  it('cost no more than the schema times the data', () => {
    let data: JsonObject = {};
    for (let i = 0; i < 25; i++) data = { below: data };
    const { validate } = soundValidator(doubling({ type: 'object' }))!;
    expect(validate?.(data)).toBe(true);
  });

  it('end where they find too much', () => {
    const { validate } = soundValidator(doubling({ type: 'string' }))!;
    expect(() => validate?.({})).toThrow(SchemaLimit);
  });
});

describe('references to documents that are not at hand', () => {
  const uri = 'https://example.com/port.json';
  const schema: JsonSchema = { properties: { a: { $ref: uri, type: 'string' }, b: { type: 'integer' } } };

  it('take anything, and nothing more is said about them', () => {
    for (const one of [schema, { ...schema, unevaluatedProperties: false }]) {
      const { validate } = soundValidator(one, { open: new Set([uri]) })!;
      expect([validate?.({ a: 'x', b: 1 }), validate?.({ a: 1 })]).toEqual([true, false]);
    }
  });
});
