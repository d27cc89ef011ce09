import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { standaloneValidatorCode } from '../../src/dev/compile-validators.ts';
import { assembleDefaults } from '../../src/model/assemble-defaults.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { isJsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { compileSchema } from '../../src/validate/compile-schema.ts';
import { interpretedSchema } from '../../src/validate/schema-validator.ts';
import type { ValidateFunction } from '../../src/validate/validate-function.ts';
import { DRAFT_4, DRAFT_7, DRAFT_2020 } from './explain.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-standalone-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The validator of the code, bundled so that nothing of it is left to resolve. */
async function standalone(schema: JsonSchema, name: string): Promise<ValidateFunction> {
  const source = path.join(folder, `${name}.js`);
  writeFileSync(source, standaloneValidatorCode(schema, path.join(root, 'src', 'validate')));
  const outfile = path.join(folder, `${name}.bundle.mjs`);
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'error',
  });
  return ((await import(pathToFileURL(outfile).href)) as { default: ValidateFunction }).default;
}

/** What both kinds of validators must agree on; messages are left out of precompiled ones. */
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

describe('precompiled validators', () => {
  it.each([
    ['draft-04', { ...(MIXED as object), $schema: DRAFT_4 }],
    ['draft-07', MIXED],
    ['2020-12', { ...(MIXED as object), $schema: DRAFT_2020, unevaluatedProperties: false }],
  ])('give the errors of run-time ones: %s', async (name, schema) => {
    const precompiled = await standalone(schema, name);
    const { validate } = compileSchema(schema);
    for (const data of DATA) expect(errorsOf(precompiled, data)).toEqual(errorsOf(validate!, data));
  });

  it('say where a keyword behind a $ref is written', async () => {
    const validate = await standalone(MIXED, 'paths');
    validate({ tree: { next: { next: 3, 'a/b~c %': 1 } } });
    expect(validate.errors?.map(({ schemaPath }) => schemaPath)).toEqual([
      '#/definitions/tree/type',
      '#/definitions/tree/properties/a~1b~0c%20%25/type',
    ]);
  });

  it('need neither ajv nor anything else', () => {
    const code = standaloneValidatorCode(MIXED);
    expect(code).not.toMatch(/require\(|from 'ajv/);
    expect(code).toContain("import { formats } from '../validate/formats/formats.ts';");
  });

  it('are refused for a schema that does not compile', () => {
    expect(() => standaloneValidatorCode({ type: 'int' })).toThrow();
    expect(() => standaloneValidatorCode({ $schema: 'https://example.com/' })).toThrow(/unknown dialect/);
  });
});

describe('the shipped schemas', () => {
  const schemas = path.join(root, 'schemas');
  const charts = readdirSync(schemas, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(charts.map(({ name }) => name))(
    '%s: precompiled, compiled and interpreted validators agree',
    async (name) => {
      const [version] = readdirSync(path.join(schemas, name));
      const schema = JSON.parse(
        readFileSync(path.join(schemas, name, version!, 'values.schema.json'), 'utf8'),
      ) as JsonSchema;
      const precompiled = await standalone(schema, name);
      const { validate, problems } = compileSchema(schema, { enforcedByHelm: true });
      const interpreted = interpretedSchema(schema, true)!.validate;
      expect(problems).toEqual([]);
      for (const data of spoiled(assembleDefaults(schema))) {
        const errors = errorsOf(validate!, data);
        expect(errorsOf(precompiled, data)).toEqual(errors);
        expect(errorsOf(interpreted, data)).toEqual(errors);
      }
    },
  );
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
