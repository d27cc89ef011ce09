import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assembleDefaults } from '../../src/json-schema/assemble-defaults.ts';
import { soundValidator } from '../../src/json-schema/schema-validator.ts';
import type { ValidateFunction } from '../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { isJsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { DRAFT_4, DRAFT_7 } from '../explain/explain.ts';
import { ajvTwin } from './twin/ajv-twin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What both kinds of validators must agree on; only compiled ones have messages. */
function errorsOf(validate: ValidateFunction, data: unknown): unknown {
  const valid = validate(data);
  const errors = (validate.errors ?? []).map(({ message: _, ...error }) => error);
  return { valid, errors: valid ? [] : errors };
}

const MIXED: JsonSchema = {
  $schema: DRAFT_7,
  definitions: {
    port: { type: ['integer', 'string'], anyOf: [{ type: 'integer', maximum: 9 }, { pattern: '^[a-z]+$' }] },
    tree: {
      type: 'object',
      properties: { next: { $ref: '#/definitions/tree' }, 'a/b~c %': { type: 'string' } },
    },
  },
  properties: {
    port: { $ref: '#/definitions/port' },
    tree: { $ref: '#/definitions/tree' },
    name: { type: 'string', minLength: 2, maxLength: 3 },
    host: { format: 'hostname' },
    id: { format: 'uuid' },
    when: { enum: [{ a: [1] }, 'x'] },
    list: { uniqueItems: true, items: { $ref: '#/definitions/port' } },
  },
  additionalProperties: false,
};

const DATA: readonly unknown[] = [
  {},
  { port: 'A', name: '💥', host: '-', id: 'x', when: { a: [2] }, list: [{ a: 1 }, { a: 1 }, 'B'] },
  { port: 3, name: '💥💥', host: 'a.b', when: { a: [1] }, list: [1, 2], other: 1 },
  { tree: { next: { next: { next: 3, 'a/b~c %': 1 } } } },
  [],
];

describe('an interpreted schema', () => {
  it.each([
    ['draft-04', { ...(MIXED as object), $schema: DRAFT_4 }],
    ['draft-07', MIXED],
  ])('gives the errors of the compiled one: %s', (_, schema) => {
    const interpreted = soundValidator(schema, { enforcedByHelm: true })!.validate!;
    const validate = ajvTwin(schema);
    for (const data of DATA) expect(errorsOf(interpreted, data)).toEqual(errorsOf(validate!, data));
  });

  it('says where a keyword behind a $ref is written', () => {
    const validate = soundValidator(MIXED)!.validate!;
    validate({ tree: { next: { next: 3, 'a/b~c %': 1 } } });
    expect(validate.errors?.map(({ schemaPath }) => schemaPath)).toEqual([
      '#/definitions/tree/type',
      '#/definitions/tree/properties/a~1b~0c%20%25/type',
    ]);
  });
});

describe('the shipped schemas', () => {
  const schemas = path.join(root, 'schemas');
  const charts = readdirSync(schemas, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(charts.map(({ name }) => name))('%s: compiled and interpreted validators agree', async (name) => {
    const [version] = readdirSync(path.join(schemas, name));
    const schema = JSON.parse(
      readFileSync(path.join(schemas, name, version!, 'values.schema.json'), 'utf8'),
    ) as JsonSchema;
    const validate = ajvTwin(schema);
    const interpreted = soundValidator(schema, { enforcedByHelm: true })!.validate!;
    for (const data of spoiled(assembleDefaults(schema))) {
      const errors = errorsOf(validate!, data);
      expect(errorsOf(interpreted, data)).toEqual(errors);
    }
  });
});

/** The values with one section after the other made wrong. */
function* spoiled(values: JsonValue): Iterable<JsonValue> {
  yield values;
  if (!isJsonObject(values)) return;
  for (const [key, value] of Object.entries(values)) {
    for (const wrong of [null, '', 'x', 0, true, [], {}, [value]]) yield { ...values, [key]: wrong };
    if (!isJsonObject(value)) continue;
    for (const inner of Object.keys(value))
      yield { ...values, [key]: { ...value, [inner]: 'x', [`${inner}x`]: 1 } };
  }
}
