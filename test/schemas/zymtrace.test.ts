import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assembleDefaults } from '../../src/json-schema/assemble-defaults.ts';
import type { Annotation, AnnotationOf } from '../../src/model/annotation.ts';
import { parsePointer } from '../../src/model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { valueAt } from '../../src/model/values-path.ts';
import { resolveReference } from './resolve-reference.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const facts = `${root}/../shared/charts/zymtrace`;
const noFacts = !existsSync(facts) && !process.env.CI;
const cases = `${root}/fixtures/charts/zymtrace`;
const schema = JSON.parse(readFileSync(`${root}/schemas/zymtrace/25.5.9/values.schema.json`, 'utf8'));
const defaults = assembleDefaults(schema);

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
ajv.addKeyword('x-chartlint');
const validate = ajv.compile(schema);

/** Helm's merge, as far as these files need it. */
function merge(weak: JsonValue | undefined, strong: JsonValue): JsonValue {
  if (!isJsonObject(weak) || !isJsonObject(strong)) return strong;
  const merged = { ...weak };
  for (const [key, value] of Object.entries(strong)) merged[key] = merge(weak[key], value);
  return merged;
}

const readYaml = (file: string): JsonValue => parse(readFileSync(file, 'utf8'), { version: '1.1' });

/** What the schema says of the values merged over the defaults: `path keyword`, `path/key unknown`. */
function problems(values: JsonValue): string[] {
  validate(merge(defaults, values));
  const lines = (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, keyword, params }) =>
      keyword === 'additionalProperties'
        ? `${instancePath}/${params.additionalProperty} unknown`
        : `${instancePath} ${keyword}`,
    );
  return [...new Set(lines)].sort();
}

/** The schema of the values at the path, `$ref`s followed where the path goes on. */
function schemaAt(path: string): JsonObject | undefined {
  let current: unknown = schema;
  for (const key of path.split('.')) {
    if (isJsonObject(current) && typeof current.$ref === 'string')
      current = resolveReference(schema, current.$ref);
    current = isJsonObject(current) && isJsonObject(current.properties) ? current.properties[key] : undefined;
  }
  return isJsonObject(current) ? current : undefined;
}

/** Annotations of the schema with the path of their property. */
function annotations(
  part: unknown = schema,
  path: string[] = [],
): { path: string; annotation: Annotation }[] {
  if (!isJsonObject(part)) return [];
  const own = part['x-chartlint'];
  const below = isJsonObject(part.properties) ? Object.entries(part.properties) : [];
  return [
    ...(own === undefined ? [] : [{ path: path.join('.'), annotation: own as Annotation }]),
    ...below.flatMap(([key, property]) => annotations(property, [...path, key])),
  ];
}

function pointersOf({ sections = {}, needs = {}, activeWhen = {} }: AnnotationOf<'mode'>): string[] {
  return [...Object.values(sections).flat(), ...Object.values(needs).flat(), ...Object.keys(activeWhen)];
}

describe.skipIf(noFacts)('zymtrace schema against ../shared (skipped when it is absent)', () => {
  it('adds up to the shipped values', () => {
    expect(defaults).toEqual(readYaml(`${facts}/values.yaml`));
  });

  it('accepts the shipped values', () => {
    expect(problems(readYaml(`${facts}/values.yaml`))).toEqual([]);
  });

  const rows = noFacts ? [] : [...readFileSync(`${facts}/FACTS.md`, 'utf8').matchAll(/^\| (`[^|]+`) \| /gm)];
  const paths = rows
    .flatMap(([, cell]) => (cell as string).split(' / '))
    .map((text) => text.replaceAll('`', ''))
    .flatMap((text) => (text.startsWith('.') ? [`services.ingest.service${text}`] : [text]))
    .flatMap((text) => {
      const choice = /\{(.*)\}/.exec(text);
      return choice ? choice[1]!.split(',').map((key) => text.replace(choice[0], key)) : [text];
    })
    .flatMap((text) =>
      text.includes('<svc>')
        ? ['web', 'ingest', 'symdb', 'ui', 'identity'].map((name) => text.replace('<svc>', name))
        : [text],
    );

  it('describes every path of the facts', () => {
    expect(paths.length).toBeGreaterThan(200);
    expect(paths.filter((path) => !schemaAt(path)?.description)).toEqual([]);
  });
});

describe('zymtrace schema', () => {
  it('points its annotations at values of the chart', () => {
    const pointers = annotations().flatMap(({ annotation }) => [
      ...((annotation.role === 'image' ? annotation.tagFallback : undefined) ?? []),
      ...(annotation.role === 'mode' ? pointersOf(annotation) : []),
      ...(annotation.replacedBy === undefined ? [] : [annotation.replacedBy]),
    ]);
    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((pointer) => valueAt(defaults, parsePointer(pointer)) === undefined)).toEqual([]);
  });

  it('marks the secrets', () => {
    const secrets = annotations().filter(({ annotation }) => annotation.secret);
    expect(secrets.map(({ path }) => path)).toEqual([
      'global.licenseKey',
      'global.registry.password',
      'auth.basic.password',
      'globalSymbolization.config.secretKey',
      'clickhouse.create.config.password',
      'clickhouse.use_existing.password',
      'postgres.create.config.password',
      'postgres.use_existing.password',
      'storage.create.config.password',
      'storage.use_existing.minio.password',
      'storage.use_existing.s3.secretKey',
      'storage.use_existing.s3.sessionToken',
      'storage.use_existing.gcs.secretKey',
    ]);
  });
});

/** What the schema finds in the fixtures; those not named here are right. */
const EXPECTED: Record<string, string[]> = {
  'mode-create-missing': [
    '/clickhouse/create/config/password minLength',
    '/postgres/create/config/password minLength',
    '/storage/create/config/password minLength',
    '/storage/create/config/user minLength',
  ],
  'mode-clickhouse-existing-missing': [
    '/clickhouse/use_existing/database pattern',
    '/clickhouse/use_existing/password minLength',
    '/clickhouse/use_existing/user minLength',
  ],
  'mode-postgres-existing-missing': [
    '/postgres/use_existing/host minLength',
    '/postgres/use_existing/password minLength',
  ],
  'mode-postgres-cloudsql-missing': [
    '/postgres/gcp_cloudsql/instance minLength',
    '/postgres/gcp_cloudsql/serviceAccount minLength',
    '/postgres/gcp_cloudsql/workloadIdentity/enabled const',
  ],
  'mode-storage-minio-missing': [
    '/storage/use_existing/minio/endpoint minLength',
    '/storage/use_existing/minio/password minLength',
  ],
  'mode-storage-s3-missing': ['/storage/use_existing/s3/region minLength'],
  'mode-storage-gcs-missing': [
    '/storage/use_existing/gcs/accessKey minLength',
    '/storage/use_existing/gcs/secretKey minLength',
  ],
  'switches-missing': [
    '/auth/basic/username minLength',
    '/global/registry/password minLength',
    '/globalSymbolization/config/bucketName minLength',
  ],
  'broken-typos': [
    '/clickhous unknown',
    '/global/dataRetentionDay unknown',
    '/global/licenceKey unknown',
    '/postgres/create/config/pasword unknown',
    '/services/activateNetworkPolicy unknown',
    '/services/ui/service/nodeport unknown',
    '/services/web/replicaCount unknown',
    '/storage/bucket unknown',
  ],
  'broken-types': [
    '/clickhouse/tolerations type',
    '/global/dataRetentionDays type',
    '/global/registry/requirePullSecret type',
    '/ingress/enabled type',
    '/ingress/hosts type',
    '/services/activateNetworkPolicies type',
    '/services/common/hpa/enabled type',
    '/services/identity/image type',
    '/services/web/port type',
    '/services/web/replicas type',
  ],
  'broken-enums': [
    '/clickhouse/create/storage/type enum',
    '/clickhouse/mode enum',
    '/global/imagePullPolicy enum',
    '/postgres/mode enum',
    '/services/ui/service/type enum',
    '/storage/use_existing/type enum',
  ],
  'broken-ranges': [
    '/clickhouse/create/replicas maximum',
    '/clickhouse/create/service/http/port const',
    '/global/dataRetentionDays minimum',
    '/postgres/create/service/port const',
    '/services/common/hpa/targetCPUUtilizationPercentage maximum',
    '/services/ui/service/nodePort minimum',
    '/services/web/hpa/minReplicas minimum',
    '/services/web/replicas type',
    '/storage/create/service/console/port maximum',
  ],
  'broken-formats': [
    '/clickhouse/use_existing/host pattern',
    '/global/appImageRegistry pattern',
    '/global/namePrefix pattern',
    '/ingress/hosts/ui/host pattern',
    '/postgres/gcp_cloudsql/instance pattern',
    '/postgres/gcp_cloudsql/proxy/image/repository pattern',
    '/services/common/imageTag pattern',
    '/storage/buckets/symbols pattern',
    '/storage/use_existing/minio/endpoint pattern',
  ],
  'broken-quantities': [
    '/clickhouse/create/resources/requests/cpu pattern',
    '/clickhouse/create/resources/requests/memory pattern',
    '/clickhouse/create/storage/size pattern',
    '/services/web/resources/limits/cpu pattern',
    '/services/web/resources/limits/memory pattern',
    '/storage/create/storage/size pattern',
  ],
  'broken-indentation': [
    '/clickhouse/config unknown',
    '/clickhouse/storage unknown',
    '/ingress/hosts/host unknown',
    '/services/ingest/resources/hpa unknown',
    '/storage/use_existing/mode unknown',
    '/web unknown',
  ],
};

describe('zymtrace fixtures', () => {
  const names = readdirSync(cases);

  it('holds every case that is expected to fail', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(EXPECTED)));
  });

  it.each(names)('%s: the schema finds what it should', (name) => {
    expect(problems(readYaml(`${cases}/${name}/values.yaml`))).toEqual(EXPECTED[name] ?? []);
  });
});
