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
const yaml = (text: string): JsonObject => (parse(text, { version: '1.1' }) ?? {}) as JsonObject;
const schema = JSON.parse(read('schemas/hotswap/1.0.0/values.schema.json')) as JsonObject;
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
    if (value === null && Object.hasOwn(base, key)) delete merged[key];
    else merged[key] = isJsonObject(value) ? overDefaults(isJsonObject(old) ? old : {}, value) : value;
  }
  return merged;
}

function errorsOf(values: JsonValue): ErrorObject[] {
  validate(values);
  return (validate.errors ?? []).filter((error) => error.keyword !== 'if');
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

/** `/path keyword`, with the name of a missing or unknown key behind the path. */
function brief(error: ErrorObject): string {
  const key: unknown = error.params.missingProperty ?? error.params.additionalProperty;
  return `${error.instancePath}${typeof key === 'string' ? `/${key}` : ''} ${error.keyword}`;
}

/** `line:col severity id` of an error, in the user's own text; a key that is not written gives way to its parent's. */
function placed(text: string, error: ErrorObject): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.1', lineCounter: lines });
  const unknown = error.keyword === 'additionalProperties';
  const path = parsePointer(error.instancePath).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  if (unknown) path.push(error.params.additionalProperty as string);
  let node = document.getIn(path, true) as { range?: [number] } | undefined;
  if ((unknown || error.keyword === 'required') && typeof path.at(-1) !== 'number') {
    const parent = document.getIn(path.slice(0, -1), true) as { items: { key: typeof node }[] };
    node = parent.items.find((pair) => (pair.key as { value?: unknown }).value === path.at(-1))?.key;
  }
  const { line, col } = lines.linePos(node?.range?.[0] ?? Number.NaN);
  return `${line}:${col} ${unknown ? 'warning schema/unknown-key' : `error schema/${error.keyword}`}`;
}

/** A fixture: the file, and its values over the defaults with those of the `--set-string` arguments. */
function fixture(name: string): { text: string; values: JsonObject } {
  const folder = new URL(`fixtures/charts/hotswap/${name}/`, root);
  const text = readFileSync(new URL('values.yaml', folder), 'utf8');
  let values = overDefaults(defaults, yaml(text));
  const args = new URL('args', folder);
  const line = existsSync(args) ? readFileSync(args, 'utf8') : '';
  for (const [, path = '', value = ''] of line.matchAll(/--set-string ([^=\s]+)=(\S+)/g)) {
    const set = path.split('.').reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value);
    values = overDefaults(values, set as JsonObject);
  }
  return { text, values };
}

const fixtures = readdirSync(new URL('fixtures/charts/hotswap/', root));

describe('the fixtures of hotswap', () => {
  it.each(fixtures)('%s: the schema finds what expect.md lists', (name) => {
    const { text, values } = fixture(name);
    const listed = read(`fixtures/charts/hotswap/${name}/expect.md`).trim().split('\n');
    const errors = errorsOf(values);
    // The engine drops a schema error only when the rule that covers it has something to say about the file.
    const own = errors.filter((error) => {
      const rule = coveredBy(error);
      return rule === undefined || !listed.some((line) => line.includes(` ${rule} - `));
    });
    const expected = listed.filter((line) => line.includes(' schema/')).map((line) => line.split(' - ')[0]);
    // A block and the shared definition it refers to may state the same; it is one finding.
    expect([...new Set(own.map((error) => placed(text, error)))].sort()).toEqual(expected.sort());
  });

  it.each([
    [
      'mode-external-database-missing',
      '/externalDatabase/host minLength',
      '/externalDatabase/password required',
    ],
    ['mode-external-database-missing', '/externalDatabase/username minLength'],
    ['mode-external-database-key-missing', '/externalDatabase/existingSecretPasswordKey required'],
    ['mode-builtin-database-missing', '/postgresql/auth/database minLength'],
    ['mode-vault-kubernetes-missing', '/vault/role minLength'],
    ['mode-vault-token-missing', '/vault/token minLength'],
    ['mode-vault-approle-missing', '/vault/appRole/secretId minLength'],
    ['mode-service-monitor-missing', '/config/prometheus/enabled const'],
    ['mode-autoscaling-missing', '/autoscaling/maxReplicas required'],
    ['mode-autoscaling-missing', '/autoscaling/targetMemoryUtilizationPercentage minimum'],
    ['mode-disruption-budget-missing', '/podDisruptionBudget/maxUnavailable required'],
    ['mode-disruption-budget-both', '/podDisruptionBudget/maxUnavailable type'],
    ['mode-ingress-missing', '/ingress/hosts/0/host required', '/ingress/hosts/1/paths minItems'],
  ])('%s fails at %s', (name, ...expected) => {
    expect(errorsOf(fixture(name).values).map(brief)).toEqual(expect.arrayContaining(expected));
  });
});

describe('the modes of the hotswap schema', () => {
  it('name pointers that the schema describes', () => {
    const text = read('schemas/hotswap/1.0.0/values.schema.json');
    const pointers = [...text.matchAll(/^\s+"(\/(?:postgresql|externalDatabase|vault)[^"]+)",?$/gm)].map(
      (m) => m[1],
    );
    expect(pointers.length).toBeGreaterThan(15);
    expect(pointers.filter((pointer) => !schemaAt(parsePointer(pointer as string).join('.')))).toEqual([]);
  });

  it('accept names of Secrets and keys, and no others', () => {
    const keys = (extraSecrets: JsonObject): string[] => errorsOf({ ...defaults, extraSecrets }).map(brief);
    expect(keys({ 'smtp.password': 'x' })).toEqual([]);
    expect(keys({ 'smtp password': 'x' })).toContain('/extraSecrets propertyNames');
  });
});

/** The schema of a dotted path whose keys may hold dots themselves; references and allOf are followed. */
function schemaAt(path: string, within: unknown = schema): JsonObject | undefined {
  if (!isJsonObject(within)) return undefined;
  if (path === '') return within;
  for (const [key, property] of Object.entries((within.properties ?? {}) as JsonObject)) {
    if (path !== key && !path.startsWith(`${key}.`)) continue;
    const found = schemaAt(path.slice(key.length + 1), property);
    if (found !== undefined) return found;
  }
  const target = typeof within.$ref === 'string' ? resolveReference(schema, within.$ref) : undefined;
  return target === undefined ? undefined : schemaAt(path, target);
}

const shared = new URL('../shared/charts/hotswap/', root);
const absent = !existsSync(fileURLToPath(shared)) && !process.env.CI;

describe.skipIf(absent)('against the chart in ../shared (skipped when it is absent)', () => {
  const file = (name: string): string => readFileSync(new URL(name, shared), 'utf8');

  it('assembles exactly the values.yaml of the chart', () => {
    expect(defaults).toEqual(yaml(file('values.yaml')));
  });

  it.each(['values.yaml', 'values-dev.yaml', 'values-production.yaml'])('finds nothing in %s', (name) => {
    expect(errorsOf(overDefaults(defaults, yaml(file(name)))).map(brief)).toEqual([]);
  });

  it('describes and types every path of FACTS.md', () => {
    const paths = [...file('FACTS.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] as string);
    expect(paths).toHaveLength(118);
    const bare = paths.filter((path) => {
      const { description, type, $ref } = schemaAt(path) ?? {};
      return typeof description !== 'string' || (type ?? $ref) === undefined;
    });
    expect(bare).toEqual([]);
  });

  it('gives a default exactly to the paths that values.yaml has', () => {
    const without = [...file('FACTS.md').matchAll(/^\| `([^`]+)` \|[^|]*\| — /gm)].map((m) => m[1] as string);
    expect(without).toHaveLength(3);
    expect(without.filter((path) => schemaAt(path)?.default !== undefined)).toEqual([]);
  });
});
