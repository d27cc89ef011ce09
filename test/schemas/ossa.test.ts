import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assembleDefaults } from '../../src/json-schema/assemble-defaults.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json-value.ts';

const shipped = new URL('../../../shared/charts/ossa/', import.meta.url);
const fixtures = new URL('../../fixtures/charts/ossa/', import.meta.url);
const schema = JSON.parse(
  readFileSync(new URL('../../schemas/ossa/0.1.8/values.schema.json', import.meta.url), 'utf8'),
) as JsonObject;
const defaults = assembleDefaults(schema);

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true, validateSchema: true });
addFormats.default(ajv);
ajv.addKeyword('x-chartlint');
const validate = ajv.compile(schema);

/** Duplicate keys are the business of the YAML stage; the last one wins here as in Helm. */
const read = (file: URL): JsonObject =>
  (parse(readFileSync(file, 'utf8'), { version: '1.1', uniqueKeys: false }) ?? {}) as JsonObject;

function over(weak: JsonValue | undefined, strong: JsonValue): JsonValue {
  if (!isJsonObject(weak) || !isJsonObject(strong)) return strong;
  const merged: JsonObject = { ...weak };
  for (const [key, value] of Object.entries(strong)) {
    if (value === null && key in weak) delete merged[key];
    else merged[key] = over(weak[key], value);
  }
  return merged;
}

/** What the schema says about the values on top of the chart's defaults: `/path keyword`, sorted. */
function complaints(values: JsonObject): string[] {
  validate(over(defaults, values));
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'if')
    .map((error) => {
      const { additionalProperty, missingProperty } = error.params as Record<string, string>;
      const child = additionalProperty ?? missingProperty;
      return `${error.instancePath}${child === undefined ? '' : `/${child}`} ${error.keyword}`;
    })
    .sort();
}

/** The chart's own defaults that the cluster refuses: a "+" in a label, and backends that do not exist. */
const VERSION = '/ossa/version pattern';
const BACKENDS = [0, 1].map((i) => `/ingress/hosts/${i}/paths/0/backend/service/name enum`);

/** The property that a dotted path names; keys may hold dots themselves. */
function property(part: unknown, path: string): JsonObject | undefined {
  if (!isJsonObject(part as JsonValue)) return undefined;
  for (const [key, child] of Object.entries(((part as JsonObject).properties ?? {}) as JsonObject)) {
    if (path === key) return child as JsonObject;
    const found = path.startsWith(`${key}.`) ? property(child, path.slice(key.length + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const annotation = (part: JsonObject | undefined): JsonObject => (part?.['x-chartlint'] ?? {}) as JsonObject;

describe('schema of ossa', () => {
  it('marks every secret of the chart', () => {
    for (const path of [
      'postgresql.auth.password',
      'redis.auth.password',
      'monitoring.grafana.adminPassword',
      'externalDatabase.url',
      'externalRedis.url',
    ])
      expect(annotation(property(schema, path)).secret, path).toBe(true);
  });

  it('takes networkPolicy.enabled for a dead value, not for a network policy switch', () => {
    const marks = annotation(property(schema, 'networkPolicy.enabled'));
    expect(marks.dead).toBeTypeOf('string');
    expect(marks.role).toBeUndefined();
  });

  it('names only existing paths in its modes', () => {
    const pointers: string[] = [];
    const walk = (part: JsonValue): void => {
      if (Array.isArray(part)) part.forEach(walk);
      if (!isJsonObject(part)) return;
      const marks = annotation(part);
      if (marks.role === 'mode') {
        for (const group of [marks.sections, marks.needs])
          pointers.push(...Object.values((group ?? {}) as JsonObject).flatMap((list) => list as string[]));
        pointers.push(...Object.keys((marks.activeWhen ?? {}) as JsonObject));
      }
      Object.values(part).forEach(walk);
    };
    walk(schema);
    expect(pointers.length).toBeGreaterThan(30);
    for (const pointer of pointers)
      expect(property(schema, pointer.slice(1).replaceAll('/', '.')), pointer).toBeDefined();
  });
});

const EXPECTED: Record<string, string[]> = {
  'readme-service-configuration': [...BACKENDS, VERSION],
  'readme-high-load': [...BACKENDS, VERSION],
  'readme-custom-installation': [...BACKENDS, VERSION],
  'readme-custom-installation-flags': [...BACKENDS, VERSION],
  'mode-external-database-missing-url': ['/externalDatabase required'],
  'mode-external-redis-empty-url': ['/externalRedis/url minLength'],
  'mode-external-qdrant-missing-url': [
    '/externalQdrant/uri additionalProperties',
    '/externalQdrant/url required',
  ],
  'mode-high-availability-no-zones': ['/highAvailability/multiZone/zones minItems'],
  'mode-autoscaling-custom-metric-missing': ['/hpa/customMetrics/requests/targetAverageValue pattern'],
  'mode-ingress-no-hosts': ['/ingress/hosts minItems'],
  'broken-grammar': [
    '/highAvailability/multiZone/zones/1 pattern',
    '/images/gateway/repository pattern',
    ...BACKENDS,
    VERSION,
    '/postgresql/auth/database pattern',
  ],
  'broken-typos': [
    '/global/enviroment additionalProperties',
    '/highAvailabilty additionalProperties',
    '/hpa/metrics/cpu/targetCPUUtilizationPercentage additionalProperties',
    '/images/taskagent additionalProperties',
    '/nodeSelectors additionalProperties',
    '/services/gateway/maxReplica additionalProperties',
    '/services/gateway/replicas additionalProperties',
    '/services/taskAgent/readinessProbe additionalProperties',
  ],
  'broken-types': [
    '/highAvailability/multiZone/zones type',
    '/hpa/metrics/cpu/targetAverageUtilization type',
    '/images/gateway/tag type',
    '/images/monitoring type',
    '/nodeSelector/gpu type',
    '/serviceAccount/annotations/example.com~1rotate type',
    '/services/commAgent/env type',
    '/services/gateway/enabled type',
    '/services/gateway/maxReplicas type',
  ],
  'broken-ranges': [
    '/global/environment enum',
    '/highAvailability/antiAffinity/type enum',
    '/highAvailability/podDisruptionBudgets/coordination/minAvailable pattern',
    '/highAvailability/podDisruptionBudgets/gateway/minAvailable minimum',
    '/hpa/metrics/memory/targetAverageUtilization maximum',
    '/images/pullPolicy enum',
    '/ossa/uptime/target type',
    '/services/discovery/port const',
    '/services/gateway/minReplicas minimum',
    '/services/gateway/targetPort const',
    '/services/gateway/type enum',
  ],
  'broken-quantities': [
    '/environments/dev/resources/limits/cpu pattern',
    '/environments/dev/resources/limits/memory pattern',
    '/environments/dev/resources/requests/cpu pattern',
    '/environments/dev/resources/requests/memory pattern',
    '/hpa/customMetrics/requests/targetAverageValue pattern',
    '/qdrant/persistence/size pattern',
  ],
  'broken-names': [
    ...BACKENDS,
    VERSION,
    '/postgresql/primary/persistence/storageClass pattern',
    '/services/gateway/env pattern',
    '/services/gateway/env propertyNames',
  ],
  'broken-indentation': [
    '/environment additionalProperties',
    '/highAvailability/gateway additionalProperties',
    '/hpa/cpu additionalProperties',
    '/ingress/services additionalProperties',
    '/minAvailable additionalProperties',
    '/security/runAsUser additionalProperties',
  ],
  'broken-lists-and-ports': [
    '/global/imagePullSecrets/0 type',
    '/images/pullSecrets type',
    '/ingress/hosts/0/host pattern',
    '/ingress/hosts/0/paths/0/backend/service/port type',
    '/ingress/hosts/0/paths/0/path pattern',
    '/ingress/hosts/0/paths/0/pathType enum',
    '/ingress/hosts/0/paths/1/backend required',
  ],
};

describe('fixtures of ossa', () => {
  const names = readdirSync(fixtures);
  it('are all here', () => expect(names).toEqual(expect.arrayContaining(Object.keys(EXPECTED))));
  it.each(names)('%s', (name) => {
    expect(complaints(read(new URL(`${name}/values.yaml`, fixtures)))).toEqual(EXPECTED[name] ?? []);
  });
});

describe.skipIf(!existsSync(shipped) && !process.env.CI)(
  'ossa as shipped (skipped without ../shared)',
  () => {
    const facts = (): string[] => readFileSync(new URL('FACTS.md', shipped), 'utf8').split('\n');

    it('has the defaults of values.yaml', () => {
      expect(defaults).toEqual(read(new URL('values.yaml', shipped)));
    });

    it('describes every value of the table of facts', () => {
      const rows = facts().flatMap((line) => /^\| `([^`]+)` \| \w+ \|/.exec(line)?.[1] ?? []);
      expect(rows).toHaveLength(269);
      const elsewhere = [
        ...['externalDatabase.url', 'externalRedis.url', 'externalQdrant.url'],
        ...['nameOverride', 'fullnameOverride', 'resourceQuota', 'persistence.backup'],
        ...['postgresql.auth.existingSecret', 'postgresql.auth.secretKeys'],
        ...['postgresql.persistence', 'redis.persistence', 'monitoring.grafana.existingSecret'],
        ...['monitoring.grafana.secretKey', 'monitoring.grafana.persistence'],
        ...['monitoring.prometheus.alertmanager', 'monitoring.alertmanager.config'],
      ];
      for (const path of [...rows, ...elsewhere]) {
        const found = property(schema, path);
        expect(found?.description, path).toBeTypeOf('string');
        expect(found?.type ?? found?.$ref, path).toBeDefined();
      }
    });

    it('says of every dead value that it is dead, or pins it', () => {
      const dead = facts().flatMap((line) => /^\| `([^`]+)` .*\*\*dead\*\* \|$/.exec(line)?.[1] ?? []);
      expect(dead.length).toBeGreaterThan(40);
      // The rule ossa/ha-flag-mismatch compares these two with the switches that act.
      const compared = ['ossa.uptime.enableDisruptionBudgets', 'ossa.uptime.enableAntiAffinity'];
      for (const path of dead.filter((one) => !compared.includes(one))) {
        const steps = path.split('.').map((_, i, all) => property(schema, all.slice(0, i + 1).join('.')));
        const marked = steps.some((part) => annotation(part).dead !== undefined || part?.const !== undefined);
        expect(marked, path).toBe(true);
      }
    });

    it.each([
      ['values.yaml', [...BACKENDS, VERSION]],
      ['values/values-dev.yaml', [VERSION]],
      ['values/values-production.yaml', [VERSION]],
    ])('%s raises only what the cluster would refuse', (file, expected) => {
      expect(complaints(read(new URL(file, shipped)))).toEqual(expected);
    });
  },
);
