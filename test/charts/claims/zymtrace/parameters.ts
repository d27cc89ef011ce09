import { each, MEMORY, type Parameters, parameterClaims, SIZES } from '../parameters.ts';
import { BASE_25, BASE_26, CLOUD, CREDENTIALS, EXISTING, GCS, MINIO, S3 } from './base.ts';

const PLACED = ['services.common', 'clickhouse', 'postgres', 'storage'];
const PROXY = 'postgres.gcp_cloudsql.proxy';
const DATABASES = ['clickhouse', 'postgres', 'storage'];
const CREATED = DATABASES.map((name) => `${name}.create`);

/** What the tables of both READMEs and the blocks around them promise. */
function zymtrace(services: readonly string[]): readonly Parameters[] {
  return [
    {
      kinds: {
        boolean: ['services.activateNetworkPolicies'],
        switch: ['global.registry.requirePullSecret'],
        selector: each(PLACED, ['nodeSelector']),
        tolerations: each(PLACED, ['tolerations']),
        unknown: [
          ...each(PLACED, ['nodeSelectors', 'toleration']),
          ...each(DATABASES, ['hpa']),
          'activateNetworkPolicies',
          'storage.bucket',
          'storage.buckets.symdb',
          'postgres.autoCreateDBs',
        ],
        section: [
          ...['services', 'services.common', 'postgres', 'clickhouse', 'storage', 'storage.buckets'],
          ...services.map((name) => `services.${name}`),
        ],
        needed: [
          ...each(DATABASES, ['mode']),
          ...each(CREATED, ['storage.type', 'storage.size', 'image.repository', 'image.tag']),
          ...services.flatMap((name) => each([`services.${name}`], ['image.repository', 'port'])),
          'storage.buckets.symbols',
          'global.namePrefix',
        ],
        count: services.map((name) => `services.${name}.replicas`),
        port: services.map((name) => `services.${name}.port`),
        pullPolicy: ['global.imagePullPolicy'],
        repository: each(CREATED, ['image.repository']),
        tag: [...each(CREATED, ['image.tag']), 'services.common.imageTag'],
        volume: each(CREATED, ['storage.size']),
        cpu: [...CREATED, ...services.map((name) => `services.${name}`)].flatMap((part) =>
          each([`${part}.resources`], SIZES),
        ),
        memory: [...CREATED, ...services.map((name) => `services.${name}`)].flatMap((part) =>
          each([`${part}.resources`], MEMORY),
        ),
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
        boolean: ['postgres.gcp_cloudsql.autoCreateDBs', 'postgres.gcp_cloudsql.privateIP'],
        cpu: each([`${PROXY}.resources`], SIZES),
        memory: each([`${PROXY}.resources`], MEMORY),
        port: [`${PROXY}.port`],
        repository: [`${PROXY}.image.repository`],
        tag: [`${PROXY}.image.tag`],
        section: ['postgres.gcp_cloudsql', PROXY, `${PROXY}.image`],
        needed: [
          ...each([PROXY], ['image.repository', 'image.tag', 'port']),
          'postgres.gcp_cloudsql.database',
        ],
      },
    },
    {
      beside: EXISTING,
      provided: CREDENTIALS,
      kinds: { boolean: each(['postgres.use_existing'], ['autoCreateDBs', 'secure']) },
    },
    { beside: S3, kinds: { section: ['storage.use_existing.s3'], text: ['storage.use_existing.s3.region'] } },
    { beside: MINIO, provided: CREDENTIALS, kinds: { url: ['storage.use_existing.minio.endpoint'] } },
    { beside: GCS, provided: CREDENTIALS, kinds: { url: ['storage.use_existing.gcs.endpoint'] } },
    { beside: S3, kinds: { section: ['storage.use_existing'], needed: ['storage.use_existing.type'] } },
  ];
}

const SERVICES = ['ingest', 'web', 'symdb', 'ui', 'identity', 'migrate', 'gateway'];

/** What the tables of 26.8.4 promise besides. */
const LATER: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...each(['global'], ['migrateServicesToHeadless', 'skipDBMigrations']),
        ...each(['global'], ['skipPostgresMigration', 'skipClickHouseMigration']),
        ...each(['services.healthProbes'], ['liveness', 'readiness']),
        'services.gateway.xff_append',
      ],
      selector: each(SERVICES, ['nodeSelector']).map((path) => `services.${path}`),
      list: each(SERVICES, ['tolerations']).map((path) => `services.${path}`),
      map: [
        ...each(PLACED, ['affinity']),
        ...each(SERVICES, ['affinity', 'env']).map((path) => `services.${path}`),
        'services.common.env',
        'ingress.annotations',
        'ingress.hosts.gateway.annotations',
      ],
      text: [
        ...each(['global'], ['namePrefix', 'imageRegistry', 'appImageRegistry']),
        ...each(['storage.create.config', 'postgres.create.config'], ['user']),
        ...each(['clickhouse.create.config'], ['user', 'database']),
        ...each(['auth.info'], ['displayName', 'pictureUri']),
        'ingress.className',
        'auth.admin.email',
        ...each(CREATED, [
          'storage.className',
          'storage.existing_pvc.pvcName',
          'storage.existing_pvc.subPath',
        ]),
        ...each(['services.migrate.image', 'services.gateway.image'], ['repository']),
      ],
      single: each(CREATED, ['replicas']),
      count: ['services.ui.replicas'],
      tag: [...SERVICES.map((name) => `services.${name}.image.tag`)],
      repository: ['services.ui.image.repository'],
      cpu: each(['services.ui.resources', 'services.migrate.resources'], SIZES),
      memory: each(['services.ui.resources', 'services.migrate.resources'], MEMORY),
      unknown: each(['services.migrate.hpa'], ['minReplicas', 'maxReplicas']),
      secret: ['globalSymbolization.config.secretKey', 'aiAssistant.customLLM.apiKey', 'auth.basic.password'],
      whole: ['global.dataRetentionDays', 'services.migrate.timeoutSeconds'],
      port: ['services.gateway.portTrusted'],
      needed: [
        ...each(['services.gateway'], ['portTrusted', 'adminPort', 'mtls.port']),
        'auth.type',
        'services.migrate.image.repository',
      ],
      section: [
        'ingress',
        'ingress.hosts',
        'auth',
        'auth.admin',
        'services.healthProbes',
        'services.gateway.mtls',
      ],
    },
  },
  {
    beside: { 'services.common.hpa.enabled': true },
    kinds: {
      least: each(['services.common.hpa'], ['minReplicas', 'maxReplicas']),
      percentage: each(['services.common.hpa'], ['targetCPUUtilizationPercentage']),
    },
  },
  {
    beside: { 'services.common.hpa.enabled': true },
    kinds: { percentage: ['services.common.hpa.targetMemoryUtilizationPercentage'] },
  },
  {
    kinds: {
      boolean: ['services.common.hpa.enabled', 'services.ui.hpa.enabled'],
      port: ['services.gateway.adminPort', 'services.ui.port'],
    },
  },
  {
    beside: { 'services.ui.hpa.enabled': true },
    kinds: { least: each(['services.ui.hpa'], ['minReplicas', 'maxReplicas']) },
  },
  {
    beside: { ...CLOUD, 'postgres.gcp_cloudsql.hpa.enabled': true },
    kinds: { least: each(['postgres.gcp_cloudsql.hpa'], ['minReplicas', 'maxReplicas']) },
  },
  {
    beside: CLOUD,
    kinds: { boolean: ['postgres.gcp_cloudsql.hpa.enabled'], count: ['postgres.gcp_cloudsql.replicas'] },
  },
  {
    beside: { 'globalSymbolization.enabled': true, 'globalSymbolization.config.bucketName': 'acme-symbols' },
    kinds: {
      text: each(['globalSymbolization.config'], ['bucketName', 'region']),
      url: ['globalSymbolization.config.endpoint'],
    },
  },
  { kinds: { switch: ['globalSymbolization.enabled', 'aiAssistant.enabled'] } },
];

/** What the parameter tables of zymtrace claim. */
export const parameters = [
  ...parameterClaims('zymtrace@25.5.9', zymtrace(['web', 'ingest', 'symdb', 'ui', 'identity']), BASE_25),
  ...parameterClaims(
    'zymtrace@26.8.4',
    [...zymtrace(['web', 'ingest', 'symdb', 'gateway', 'identity']), ...LATER],
    BASE_26,
  ),
];
