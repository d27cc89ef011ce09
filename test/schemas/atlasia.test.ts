import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { LineCounter, parse, parseDocument } from 'yaml';
import { assembleDefaults } from '../../src/json-schema/assemble-defaults.ts';
import { parsePointer, toPointer } from '../../src/model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { type ValuesPath, valueAt } from '../../src/model/values-path.ts';
import { resolveReference } from './resolve-reference.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const yaml = (text: string): JsonObject => parse(text, { version: '1.1' }) as JsonObject;
const schema = JSON.parse(read('schemas/atlasia/0.1.0/values.schema.json')) as JsonObject;
const validate = compile(schema, true);
const defaults = assembleDefaults(schema);

function compile(source: JsonObject, strict: boolean): ValidateFunction {
  const ajv = new Ajv({ strict, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addKeyword('x-chartlint');
  return ajv.compile(source);
}

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

/** Without the error on `if` itself, which repeats those of its `then`. */
function errorsOf(values: JsonValue): ErrorObject[] {
  validate(values);
  return (validate.errors ?? []).filter((error) => error.keyword !== 'if');
}

/** `line:col severity id` of an error, in the user's own text: at the value, or at the key when a key is the matter. */
function placed(text: string, error: ErrorObject): string {
  const unknown = error.keyword === 'additionalProperties';
  const path = parsePointer(error.instancePath);
  if (unknown) path.push(String(error.params.additionalProperty));
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.1', lineCounter: lines });
  const parent = document.getIn(path.slice(0, -1), true) as { items: { key?: { value: unknown } }[] };
  const key = parent.items.find((pair) => pair.key?.value === path.at(-1))?.key;
  const byKey = (unknown || error.keyword === 'required') && key !== undefined;
  const node = (byKey ? key : document.getIn(path, true)) as { range: [number] };
  const { line, col } = lines.linePos(node.range[0]);
  return `${line}:${col} ${unknown ? 'warning schema/unknown-key' : `error schema/${error.keyword}`}`;
}

function target(part: unknown): JsonObject | undefined {
  const found =
    isJsonObject(part) && typeof part.$ref === 'string' ? resolveReference(schema, part.$ref) : part;
  return isJsonObject(found) ? found : undefined;
}

/** The schema of a dotted path whose keys may hold dots themselves. */
function schemaAt(path: string, from: JsonObject = schema): JsonObject | undefined {
  const segments = path.split('.');
  for (let count = 1; count <= segments.length; count++) {
    const properties = target(from)?.properties as JsonObject | undefined;
    const child = properties?.[segments.slice(0, count).join('.')];
    if (!isJsonObject(child)) continue;
    const found = count === segments.length ? child : schemaAt(segments.slice(count).join('.'), child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function* parts(part: JsonValue): Iterable<JsonObject> {
  if (isJsonObject(part)) yield part;
  if (typeof part === 'object' && part !== null) for (const child of Object.values(part)) yield* parts(child);
}

describe('the schema of atlasia', () => {
  it('accepts the defaults that it states', () => {
    expect(errorsOf(defaults)).toEqual([]);
  });

  it('puts nothing but annotations beside a $ref, where draft-07 would ignore it', () => {
    const beside = [...parts(schema)].filter((part) => typeof part.$ref === 'string').flatMap(Object.keys);
    expect([...new Set(beside)].sort()).toEqual(['$ref', 'default', 'description', 'x-chartlint']);
  });

  it('marks every secret and nothing else', () => {
    const secrets: string[] = [];
    const visit = (part: unknown, path: string[]): void => {
      const properties = target(part)?.properties;
      if (!isJsonObject(properties)) return;
      for (const [key, child] of Object.entries(properties)) {
        const annotation = (child as JsonObject)['x-chartlint'];
        if (isJsonObject(annotation) && annotation.secret === true) secrets.push([...path, key].join('.'));
        visit(child, [...path, key]);
      }
    };
    visit(schema, []);
    expect(secrets.sort()).toEqual([
      ...['password', 'postgresPassword'].map((key) => `global.postgresql.auth.${key}`),
      ...['password', 'postgresPassword', 'replicationPassword'].map((key) => `postgresql.auth.${key}`),
      ...['dbPassword', 'encryptionKey', 'githubWebhookSecret', 'jwtSecret', 'llmApiKey'].map(
        (key) => `secrets.${key}`,
      ),
      ...['secrets.llmFallbackApiKey', 'secrets.mail.password'],
      ...['github', 'gitlab', 'google'].map((service) => `secrets.oauth2.${service}.clientSecret`),
      ...['secrets.orchestratorToken', 'secrets.vaultToken'],
    ]);
  });

  it('gives roles only paths that exist', () => {
    const modes = [...parts(schema)].flatMap((part) => {
      const annotation = part['x-chartlint'];
      return isJsonObject(annotation) && annotation.role === 'mode' ? [annotation] : [];
    });
    const pointers = modes.flatMap(({ sections, needs }) =>
      [sections, needs].flatMap((lists) => Object.values((lists ?? {}) as JsonObject).flat() as string[]),
    );
    expect(modes).toHaveLength(3);
    expect(pointers.filter((pointer) => schemaAt(parsePointer(pointer).join('.')) === undefined)).toEqual([]);
  });
});

describe('the fixtures of atlasia', () => {
  const folder = new URL('fixtures/charts/atlasia/', root);
  for (const name of readdirSync(folder)) {
    it(`${name}: the schema finds what expect.md lists`, () => {
      const text = readFileSync(new URL(`${name}/values.yaml`, folder), 'utf8');
      const listed = readFileSync(new URL(`${name}/expect.md`, folder), 'utf8')
        .trim()
        .split('\n');
      const expected = listed.filter((line) => line.includes(' schema/')).map((line) => line.split(' - ')[0]);
      const found = errorsOf(overDefaults(defaults, yaml(text))).map((error) => placed(text, error));
      expect(found.sort()).toEqual(expected.sort());
    });
  }
});

describe('what the schema of atlasia knows', () => {
  const accepted: Record<string, JsonObject> = {
    'digits as numbers': {
      config: { orchestrator: { maxConcurrentBolts: 8 }, tracing: { samplingProbability: 1 } },
    },
    'a port in quotes': { postgresql: { externalPort: '6432' } },
    'an empty tag': { image: { frontend: { tag: '' } } },
    'a tag with a digest': { image: { frontend: { tag: `0.1.0@sha256:${'0f'.repeat(32)}` } } },
    'values of the subchart that are not described': { postgresql: { ldap: { enabled: false } } },
    'another check without httpGet': {
      orchestrator: { livenessProbe: { httpGet: null, tcpSocket: { port: 8080 } } },
    },
    'a short list of agents': { config: { orchestrator: { enabledAgents: 'PM,REVIEW' } } },
    'a signing key of fewer than 32 characters but enough bytes': {
      secrets: { jwtSecret: 'ключ'.repeat(5) },
    },
    'hosts without paths while the Ingress is off': {
      ingress: { enabled: false, hosts: [{ host: 'a.example.net' }] },
    },
  };
  it.each(Object.entries(accepted))('accepts %s', (_, user) => {
    expect(errorsOf(overDefaults(defaults, user))).toEqual([]);
  });

  const refused: [string, JsonObject][] = [
    ['/config/orchestrator/maxConcurrentBolts', { config: { orchestrator: { maxConcurrentBolts: '0' } } }],
    [
      '/config/jwt/refreshTokenExpirationDays',
      { config: { jwt: { refreshTokenExpirationDays: 1_000_000 } } },
    ],
    ['/config/tracing/samplingProbability', { config: { tracing: { samplingProbability: 1.5 } } }],
    ['/config/llm/endpoint', { config: { llm: { endpoint: '' } } }],
    ['/fullnameOverride', { fullnameOverride: 'a'.repeat(51) }],
    ['/image/frontend/repository', { image: { frontend: { repository: `a/b@sha256:${'0f'.repeat(32)}` } } }],
    ['/postgresql/externalPort', { postgresql: { externalPort: '65536' } }],
    ['/postgresql/externalHost', { postgresql: { externalHost: 'jdbc:postgresql://db:5432/ai' } }],
    ['/secrets/jwtSecret', { secrets: { jwtSecret: 'x'.repeat(31) } }],
    ['/secrets/oauth2/github', { secrets: { oauth2: { github: 'id' } } }],
  ];
  it.each(refused)('refuses %s', (pointer, user) => {
    expect(errorsOf(overDefaults(defaults, user)).map((error) => error.instancePath)).toEqual([pointer]);
  });
});

const shared = new URL('../shared/charts/atlasia/', root);
const absent = !existsSync(shared) && !process.env.CI;

describe.skipIf(absent)('against the chart in ../shared (skipped when it is absent)', () => {
  const file = (name: string): string => readFileSync(new URL(name, shared), 'utf8');

  it('assembles exactly the values.yaml of the chart', () => {
    expect(defaults).toEqual(yaml(file('values.yaml')));
  });

  it('finds nothing in the staging overlay', () => {
    const staging = yaml(file('environments/staging/values.yaml'));
    expect(errorsOf(overDefaults(defaults, staging))).toEqual([]);
  });

  it('describes every path of FACTS.md', () => {
    const paths = [...file('FACTS.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] as string);
    expect(paths).toHaveLength(187);
    expect(paths.filter((path) => typeof schemaAt(path)?.description !== 'string')).toEqual([]);
  });

  it('forbids everything that the schema of the chart forbids', () => {
    const shipped = compile(JSON.parse(file('values.schema.json')) as JsonObject, false);
    const base = yaml(file('values.yaml'));
    expect(shipped(base)).toBe(true);
    let forbidden = 0;
    const gaps: string[] = [];
    for (const path of pathsIn(base)) {
      for (const mutant of [undefined, ...MUTANTS]) {
        const values = withValue(base, path, mutant);
        if (shipped(values)) continue;
        forbidden += 1;
        if (validate(values)) gaps.push(`${toPointer(path)} = ${JSON.stringify(mutant)}`);
      }
    }
    expect(gaps).toEqual([]);
    // Each of the 70-odd typed paths refuses most mutants: far fewer would mean that the mutation went astray.
    expect(forbidden).toBeGreaterThan(1000);
  });

  it('mutates every path that the schema of the chart describes', () => {
    const described: ValuesPath[] = [];
    const visit = (part: unknown, path: ValuesPath): void => {
      if (!isJsonObject(part)) return;
      if (path.length > 0) described.push(path);
      for (const [key, child] of Object.entries(isJsonObject(part.properties) ? part.properties : {})) {
        visit(child, [...path, key]);
      }
      if (part.items !== undefined) visit(part.items, [...path, 0]);
    };
    visit(JSON.parse(file('values.schema.json')), []);
    expect(described.filter((path) => valueAt(defaults, path) === undefined).map(toPointer)).toEqual([]);
  });
});

/** Wrong in some way for every type, enumeration and range of the chart's schema. */
const MUTANTS: readonly JsonValue[] = [
  ...[null, true, false, 'true', 'x', '', 'always', 'prefix', 'Production', '80', '1.5', 'ExternalName'],
  ...[-1, 0, 1, 1.5, 101, 1e9, [], [null], ['x'], [1], [[]], [{}], {}, { x: 1 }],
  ...[
    [{ host: 1 }],
    [{ hosts: 'x' }],
    [{ paths: {} }],
    [{ secretName: null }],
    { repository: null },
    { tag: 'x' },
  ],
];

function* pathsIn(value: JsonValue, path: ValuesPath = []): Iterable<ValuesPath> {
  if (path.length > 0) yield path;
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsIn(item, [...path, i]);
  else if (isJsonObject(value))
    for (const key of Object.keys(value)) yield* pathsIn(value[key]!, [...path, key]);
}

/** A copy with another value at the path, or without it. */
function withValue(base: JsonObject, path: ValuesPath, value: JsonValue | undefined): JsonObject {
  const copy = structuredClone(base);
  const parent = valueAt(copy, path.slice(0, -1)) as JsonObject;
  const last = String(path.at(-1));
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}
