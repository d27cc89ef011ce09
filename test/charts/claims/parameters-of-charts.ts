import { type Parameters, parameterClaims } from './parameters.ts';

const CLOUD = {
  'postgres.mode': 'gcp_cloudsql',
  'postgres.gcp_cloudsql.user': 'zym@acme-1.iam',
  'postgres.gcp_cloudsql.instance': 'acme-1:us-central1:pg',
};
const USE_EXISTING = { 'storage.mode': 'use_existing' };
const SIZES = ['requests.cpu', 'limits.cpu'] as const;
const MEMORY = ['requests.memory', 'limits.memory'] as const;
const each = (sections: readonly string[], keys: readonly string[]) =>
  sections.flatMap((section) => keys.map((key) => `${section}.${key}`));

function zymtrace(services: readonly string[]): readonly Parameters[] {
  const placed = ['services.common', 'clickhouse', 'postgres', 'storage'];
  const proxy = 'postgres.gcp_cloudsql.proxy';
  return [
    {
      kinds: {
        boolean: ['services.activateNetworkPolicies', 'postgres.use_existing.autoCreateDBs'],
        selector: each(placed, ['nodeSelector']),
        tolerations: each(placed, ['tolerations']),
        unknown: [
          ...each(placed, ['nodeSelectors', 'toleration']),
          ...each(['clickhouse', 'postgres', 'storage'], ['hpa']),
          'activateNetworkPolicies',
          'storage.bucket',
          'storage.buckets.symdb',
          'postgres.autoCreateDBs',
        ],
        section: [
          ...['services', 'services.common', 'postgres', 'clickhouse', 'storage', 'storage.buckets'],
          ...services.map((name) => `services.${name}`),
        ],
      },
    },
    ...services.map((name): Parameters => {
      const hpa = `services.${name}.hpa`;
      return {
        beside: { [`${hpa}.enabled`]: true },
        kinds: {
          least: each([hpa], ['minReplicas', 'maxReplicas']),
          percentage: each([hpa], ['targetCPUUtilizationPercentage']),
          unknown: [`${hpa}.minReplica`, `services.${name}.autoscaling`],
        },
      };
    }),
    { kinds: { boolean: services.map((name) => `services.${name}.hpa.enabled`) } },
    {
      beside: CLOUD,
      kinds: {
        boolean: ['postgres.gcp_cloudsql.autoCreateDBs'],
        cpu: each([`${proxy}.resources`], SIZES),
        memory: each([`${proxy}.resources`], MEMORY),
        port: [`${proxy}.port`],
        repository: [`${proxy}.image.repository`],
        tag: [`${proxy}.image.tag`],
        section: ['postgres.gcp_cloudsql', proxy, `${proxy}.image`],
      },
    },
    {
      beside: { ...USE_EXISTING, 'storage.use_existing.type': 's3' },
      kinds: { url: ['storage.use_existing.s3.endpoint'], section: ['storage.use_existing.s3'] },
    },
    {
      beside: { ...USE_EXISTING, 'storage.use_existing.type': 'minio' },
      kinds: { url: ['storage.use_existing.minio.endpoint'] },
    },
    {
      beside: { ...USE_EXISTING, 'storage.use_existing.type': 'gcs' },
      kinds: { url: ['storage.use_existing.gcs.endpoint'] },
    },
    { beside: USE_EXISTING, kinds: { section: ['storage.use_existing'] } },
  ];
}

const PARTS = ['colonies', 'database', 'monitoring', 'prometheus'];
const COLONYOS: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...['network.ingress', 'network.exposeNodeport', 'monitoring.enabled', 'prometheus.enabled'],
        ...each(PARTS, ['resources.enabled', 'podDisruptionBudget.enabled']),
        ...each(
          ['colonies'],
          ['profiler', 'verbose', 'exclusiveAssign', 'allowExecutorReregister', 'retention'],
        ),
        'database.timescaledb',
      ],
      count: ['colonies.replicas'],
      number: [
        ...each(
          ['database.connectionPool'],
          ['maxOpenConns', 'maxIdleConns', 'connMaxLifetime', 'connMaxIdleTime'],
        ),
        'monitoring.interval',
      ],
      pullPolicy: each(['colonies', 'database', 'prometheus'], ['imagePullPolicy']),
      volume: ['database.storage', 'prometheus.storage'],
      unknown: [
        ...['hostname', 'replicas', 'storageClass', 'timeZone', 'network.hostName', 'network.nodePort'],
        ...each(['colonies'], ['serverId', 'serverPrivatekey', 'replicaCount', 'pullPolicy']),
        ...each(['database'], ['replicas', 'maxOpenConns', 'pool', 'storageClassName']),
      ],
      section: [
        ...['network', ...PARTS, 'database.connectionPool', 'colonies.updateStrategy'],
        ...each(PARTS, ['resources', 'podDisruptionBudget']),
      ],
    },
  },
  ...PARTS.map(
    (part): Parameters => ({
      beside: { [`${part}.resources.enabled`]: true },
      kinds: {
        cpu: each([`${part}.resources`], SIZES),
        memory: each([`${part}.resources`], MEMORY),
        section: each([`${part}.resources`], ['requests', 'limits']),
      },
    }),
  ),
];

const HOTSWAP: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...['autoscaling.enabled', 'postgresql.enabled', 'ingress.enabled', 'podDisruptionBudget.enabled'],
        ...['serviceMonitor.enabled', 'config.rateLimiting.enabled'],
      ],
      count: ['replicaCount'],
      least: ['autoscaling.minReplicas', 'autoscaling.maxReplicas'],
      cpu: each(['resources'], SIZES),
      memory: each(['resources'], MEMORY),
      repository: ['image.repository'],
      tag: ['image.tag'],
      pullPolicy: ['image.pullPolicy'],
      serviceType: ['service.type'],
      url: ['vault.address'],
      volume: ['postgresql.primary.persistence.size'],
      unknown: [
        'replicas',
        'hpa',
        'networkPolicy',
        'image.version',
        'vault.auth',
        'ingress.host',
        'livenessProbe',
      ],
      section: [
        ...['image', 'service', 'ingress', 'autoscaling', 'postgresql', 'vault', 'config'],
        ...[
          'podDisruptionBudget',
          'serviceMonitor',
          'serviceAccount',
          'config.rateLimiting',
          'config.logging',
        ],
      ],
    },
  },
  {
    beside: { 'postgresql.enabled': false },
    kinds: { port: ['externalDatabase.port'], section: ['externalDatabase'] },
  },
];

const SERVICES = [
  'gateway',
  'taskAgent',
  'commAgent',
  'mcpAgent',
  'coordination',
  'discovery',
  'orchestration',
];
const OSSA: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...[
          'highAvailability.enabled',
          'postgresql.enabled',
          'redis.enabled',
          'qdrant.enabled',
          'hpa.enabled',
        ],
        ...each(['highAvailability'], ['podDisruptionBudgets', 'antiAffinity', 'multiZone']).map(
          (section) => `${section}.enabled`,
        ),
        ...each(['monitoring'], ['prometheus', 'grafana', 'alertmanager']).map((part) => `${part}.enabled`),
        ...each(['services'], SERVICES).map((service) => `${service}.enabled`),
      ],
      count: each(['services'], SERVICES).map((service) => `${service}.replicaCount`),
      least: each(['services'], SERVICES).flatMap((service) =>
        each([service], ['minReplicas', 'maxReplicas']),
      ),
      cpu: each(['services'], SERVICES).flatMap((service) => each([`${service}.resources`], SIZES)),
      memory: each(['services'], SERVICES).flatMap((service) => each([`${service}.resources`], MEMORY)),
      unknown: [
        'environment',
        'ha',
        'gateway',
        'image',
        'services.gateway.autoscaling',
        'services.gateway.replicas',
      ],
      section: [
        'global',
        'ossa',
        'highAvailability',
        'services',
        'images',
        'hpa',
        'hpa.metrics',
        'images.gateway',
      ],
    },
  },
];

const PODS = ['orchestrator', 'frontend'];
const ATLASIA: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        'orchestrator.autoscaling.enabled',
        'ingress.enabled',
        'networkPolicy.enabled',
        'postgresql.enabled',
      ],
      count: ['replicaCount.orchestrator', 'replicaCount.frontend'],
      least: each(['orchestrator.autoscaling'], ['minReplicas', 'maxReplicas']),
      cpu: each(
        [...PODS, 'postgresql.primary'].map((pod) => `${pod}.resources`),
        SIZES,
      ),
      memory: each(
        [...PODS, 'postgresql.primary'].map((pod) => `${pod}.resources`),
        MEMORY,
      ),
      repository: each(['image'], PODS).map((image) => `${image}.repository`),
      tag: each(['image'], PODS).map((image) => `${image}.tag`),
      pullPolicy: each(['image'], PODS).map((image) => `${image}.pullPolicy`),
      url: ['config.tracing.otlpEndpoint', 'vault.address'],
      volume: ['postgresql.primary.persistence.size'],
      unknown: [
        'environment',
        'region',
        'cors',
        'autoscaling',
        'resources',
        'config.allowedOrigins',
        'networkPolicies',
      ],
      section: [
        'replicaCount',
        'image',
        'orchestrator',
        'frontend',
        'config',
        'config.cors',
        'config.tracing',
      ],
    },
  },
];

/** What the parameter tables of the five READMEs claim. */
export const parameters = [
  ...parameterClaims('zymtrace@25.5.9', zymtrace(['web', 'ingest', 'symdb', 'ui', 'identity'])),
  ...parameterClaims('zymtrace@26.8.4', zymtrace(['web', 'ingest', 'symdb', 'gateway', 'identity'])),
  ...parameterClaims('colonyos@0.0.4', COLONYOS),
  ...parameterClaims('colonyos@0.0.4+2026-02-16', COLONYOS),
  ...parameterClaims('hotswap', HOTSWAP),
  ...parameterClaims('ossa', OSSA),
  ...parameterClaims('atlasia', ATLASIA),
];
