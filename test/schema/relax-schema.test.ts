// biome-ignore-all lint/suspicious/noThenProperty: JSON Schema has a keyword of that name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartForEditor } from '../../src/chart/chart-for-editor.ts';
import { diskFiles } from '../../src/files/disk-files.ts';
import { loadShippedChart } from '../../src/generated/shipped-charts.ts';
import { isJsonObject, type JsonObject } from '../../src/model/json-value.ts';
import { valueAt } from '../../src/model/values-path.ts';
import { editorSchema } from '../../src/schema/editor-schema.ts';
import { relaxSchema } from '../../src/schema/relax-schema.ts';
import { judged } from '../json-schema/judged.ts';
import { randomRuns } from '../random-runs.ts';

function accepts(schema: unknown): (data: unknown) => boolean {
  const { validate } = judged(schema as JsonObject);
  if (validate === undefined) throw new Error('the schema is not valid');
  return (data) => validate(data);
}

const relaxed = (schema: JsonObject, defaults: JsonObject): ((data: unknown) => boolean) =>
  accepts(relaxSchema(schema, defaults, {}));

describe('relaxSchema', () => {
  it('requires only what the defaults lack', () => {
    const schema = { required: ['a', 'b'], properties: { c: { required: ['d', 'e'] } } };
    const valid = relaxed(schema, { a: 1, c: { d: 1 } });
    expect(valid({ b: 1 })).toBe(true);
    expect(valid({ b: 1, c: { e: 1 } })).toBe(true);
    expect(valid({ a: 1 })).toBe(false);
    expect(valid({ b: 1, c: {} })).toBe(false);
  });

  it('still requires what the default leaves empty although it must not be', () => {
    const schema = { properties: { host: { type: 'string', minLength: 1 } }, required: ['host'] };
    expect(relaxed(schema, { host: '' })({})).toBe(false);
    expect(relaxed(schema, { host: 'db' })({})).toBe(true);
  });

  it('lets a condition hold as it does with the defaults', () => {
    const when = { properties: { tls: { const: true } } };
    const schema = { if: when, then: { required: ['secret'] } };
    expect(relaxed(schema, { tls: false })({})).toBe(true);
    expect(relaxed(schema, { tls: false })({ tls: true })).toBe(false);
    expect(relaxed(schema, { tls: true })({})).toBe(false);
    expect(relaxed({ ...schema, if: { ...when, required: ['tls'] } }, { tls: true })({})).toBe(false);
  });

  it('relaxes what a condition that holds requires, by the same defaults', () => {
    const schema = {
      if: { required: ['tls'] },
      then: { required: ['secret'] },
      else: { required: ['port'] },
    };
    expect(relaxed(schema, { tls: true, secret: 'x' })({})).toBe(true);
    expect(relaxed(schema, { port: 1 })({})).toBe(true);
  });

  it('chooses the branch of oneOf that the defaults choose', () => {
    const branch = (kind: string): JsonObject => ({
      properties: { kind: { const: kind } },
      required: ['kind'],
    });
    const schema = { oneOf: [branch('s3'), branch('gcs')] };
    expect(relaxed(schema, { kind: 's3' })({})).toBe(true);
    expect(relaxed(schema, { kind: 's3' })({ kind: 'gcs' })).toBe(true);
    expect(relaxed(schema, { kind: 's3' })({ kind: 'disk' })).toBe(false);
  });

  it('allows null where it deletes a default that is not required, and only there', () => {
    const text = { type: 'string', minLength: 1, pattern: '^a' };
    const schema = {
      required: ['kept'],
      properties: { kept: text, gone: text, absent: text, choice: { enum: ['a', 'b'] }, one: { const: 1 } },
    };
    const valid = relaxed(schema, { kept: 'a', gone: 'a', choice: 'a', one: 1 });
    expect(valid({ gone: null, choice: null, one: null })).toBe(true);
    expect(valid({ kept: null })).toBe(false);
    expect(valid({ absent: null })).toBe(false);
    expect(valid({ gone: 'b' })).toBe(false);
    expect(valid({ choice: 'c' })).toBe(false);
  });

  it('treats keys behind wildcards like named ones', () => {
    const server = { type: 'object', required: ['port'], properties: { port: { type: 'integer' } } };
    const schema = { additionalProperties: server };
    const valid = relaxed(schema, { web: { port: 80 } });
    expect(valid({ web: { name: 'x' } })).toBe(true);
    expect(valid({ web: null })).toBe(true);
    expect(valid({ api: { name: 'x' } })).toBe(false);
    const byPattern = relaxed({ patternProperties: { '^w': server } }, { web: { port: 80 } });
    expect(byPattern({ web: { name: 'x' } })).toBe(true);
  });

  it('keeps the demands on items of lists, which replace those of the defaults', () => {
    const schema = { properties: { hosts: { items: { required: ['name'] } } } };
    expect(relaxed(schema, { hosts: [{ name: 'a' }] })({ hosts: [{}] })).toBe(false);
  });

  it('ends on schemas that refer to themselves', () => {
    const tree = { required: ['v'], properties: { next: { $ref: '#/definitions/tree' } } };
    const schema = relaxSchema({ $ref: '#/definitions/tree' }, { v: 1, next: { v: 2 } }, { tree });
    const valid = accepts({ ...(schema as JsonObject), definitions: { tree } });
    expect(valid({ next: {} })).toBe(true);
    expect(valid({ next: { next: {} } })).toBe(false);
  });
});

/** Defaults of a shipped chart that its schema refuses, mended. */
const MENDS: Readonly<Record<string, (defaults: JsonObject) => void>> = {
  'colonyos@0.0.4': (defaults) => {
    (defaults.colonies as JsonObject).backends = { http: { tls: true } };
  },
  'ossa@0.1.8': (defaults) => {
    (defaults.ossa as JsonObject).version = '0.1.8';
    (defaults.ingress as JsonObject).enabled = false;
  },
};

describe.each(Object.keys(loadShippedChart))('the overlay schema of %s', (name) => {
  it('accepts any part of valid defaults', async () => {
    const { chart, schema } = await chartForEditor(name, '/', diskFiles);
    const defaults = structuredClone(chart.values.data);
    MENDS[name]?.(defaults);
    const mended = { ...chart, values: { ...chart.values, data: defaults } };
    const options = {
      ...(schema && { schema }),
      read: { uriOf: (file: string) => `file:///${file}`, load: () => undefined },
    };
    expect(accepts(editorSchema(mended, options).json)(defaults)).toBe(true);
    const valid = accepts(editorSchema(mended, { ...options, overlay: true }).json);
    const leaves = pathsOf(defaults);
    fc.assert(
      fc.property(fc.subarray(leaves), (chosen) => valid(partOf(defaults, chosen))),
      { numRuns: randomRuns(60) },
    );
  });
});

/** The path of every value that is no map. */
function pathsOf(data: JsonObject, at: readonly string[] = []): string[][] {
  return Object.entries(data).flatMap(([key, value]) =>
    isJsonObject(value) && Object.keys(value).length > 0 ? pathsOf(value, [...at, key]) : [[...at, key]],
  );
}

function partOf(data: JsonObject, paths: readonly string[][]): JsonObject {
  const part: JsonObject = {};
  for (const path of paths) {
    let map = part;
    for (const key of path.slice(0, -1)) {
      map[key] ??= {};
      map = map[key] as JsonObject;
    }
    map[path.at(-1) ?? ''] = valueAt(data, path) ?? null;
  }
  return part;
}
