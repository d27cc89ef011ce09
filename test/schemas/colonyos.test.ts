import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { LineCounter, parse, parseDocument } from 'yaml';
import { assembleDefaults } from '../../src/json-schema/assemble-defaults.ts';
import { parsePointer } from '../../src/model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { resolveReference } from './resolve-reference.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const schema = JSON.parse(read('schemas/colonyos/0.0.4/values.schema.json')) as JsonObject;
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
ajv.addKeyword('x-chartlint');
const validate = ajv.compile(schema);
const defaults = assembleDefaults(schema);

/** What a user file makes of the chart's values in Helm: maps merge, lists are replaced, null deletes. */
function overDefaults(base: JsonObject, user: JsonObject): JsonObject {
  const merged: JsonObject = { ...base };
  for (const [key, value] of Object.entries(user)) {
    const old = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isJsonObject(value) && isJsonObject(old) ? overDefaults(old, value) : value;
  }
  return merged;
}

function errorsOf(values: JsonValue): ErrorObject[] {
  validate(values);
  return (validate.errors ?? []).filter((error) => error.keyword !== 'if');
}

/** `line:col severity id` of an error, in the user's own text. */
function placed(text: string, error: ErrorObject): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.1', lineCounter: lines });
  const unknown = error.keyword === 'additionalProperties';
  const path = parsePointer(error.instancePath);
  if (unknown) path.push(error.params.additionalProperty as string);
  const byKey = unknown || error.keyword === 'required';
  const parent = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = (parent as { items: { key: { value: unknown } }[] }).items.find((p) => p.key?.value === last);
  const node = byKey ? pair?.key : document.getIn(path, true);
  const { line, col } = lines.linePos((node as { range: [number] }).range[0]);
  return `${line}:${col} ${unknown ? 'warning schema/unknown-key' : `error schema/${error.keyword}`}`;
}

/** The rule that reports the error in better words, by the annotation on the way to the failing keyword. */
function coveredBy(error: ErrorObject): string | undefined {
  let current: unknown = schema;
  for (const key of parsePointer(decodeURIComponent(error.schemaPath.slice(1)))) {
    current = (current as JsonObject | undefined)?.[key];
    const note = isJsonObject(current) ? current['x-chartlint'] : undefined;
    if (isJsonObject(note) && typeof note.coveredBy === 'string') return note.coveredBy;
  }
  return undefined;
}

/** The schema of a dotted path; references are followed. */
function schemaAt(path: string): JsonObject | undefined {
  let current: unknown = schema;
  for (const key of path.split('.')) {
    const parent = current as JsonObject;
    const target = typeof parent.$ref === 'string' ? resolveReference(schema, parent.$ref) : parent;
    current = ((target as JsonObject | undefined)?.properties as JsonObject | undefined)?.[key];
    if (!isJsonObject(current)) return undefined;
  }
  return current as JsonObject;
}

describe('the fixtures of colonyos', () => {
  const folder = new URL('fixtures/charts/colonyos/', root);
  // Those of versions are about telling the versions of the chart apart.
  for (const name of readdirSync(folder).filter((one) => !one.startsWith('version-'))) {
    it(`${name}: the schema finds what expect.md lists`, () => {
      const text = readFileSync(new URL(`${name}/values.yaml`, folder), 'utf8');
      const values = overDefaults(defaults, parse(text, { version: '1.1' }) as JsonObject);
      const listed = readFileSync(new URL(`${name}/expect.md`, folder), 'utf8')
        .trim()
        .split('\n');
      const expected = listed.filter((line) => line.includes(' schema/')).map((line) => line.split(' - ')[0]);
      // The engine drops a schema error when the rule that covers it has something to say about the file.
      const own = errorsOf(values).filter((error) => {
        const rule = coveredBy(error);
        return rule === undefined || !listed.some((line) => line.includes(` ${rule} - `));
      });
      expect(own.map((error) => placed(text, error)).sort()).toEqual(expected.sort());
    });
  }
});

const shared = new URL('../shared/charts/colonyos/', root);
const absent = !existsSync(fileURLToPath(shared)) && !process.env.CI;

describe.skipIf(absent)('against the chart in ../shared (skipped when it is absent)', () => {
  const file = (name: string): string => readFileSync(new URL(name, shared), 'utf8');

  it('assembles exactly the values.yaml of the chart', () => {
    expect(defaults).toEqual(parse(file('values.yaml'), { version: '1.1' }));
  });

  it('finds nothing in values.yaml but the value that its Ingress template misses', () => {
    const found = errorsOf(parse(file('values.yaml'), { version: '1.1' }) as JsonObject);
    expect(found.map((e) => `${e.instancePath} ${e.keyword} ${e.params.missingProperty}`)).toEqual([
      '/colonies required backends',
    ]);
  });

  it('describes every path of FACTS.md', () => {
    const paths = [...file('FACTS.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] as string);
    expect(paths).toHaveLength(76);
    expect(paths.filter((path) => typeof schemaAt(path)?.description !== 'string')).toEqual([]);
  });
});
