import { each, MEMORY, type Parameters, parameterClaims, SIZES } from './parameters.ts';

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

/** What the parameter tables of three READMEs claim; those of zymtrace and ColonyOS are in their folders. */
export const parameters = [
  ...parameterClaims('hotswap', HOTSWAP),
  ...parameterClaims('ossa', OSSA),
  ...parameterClaims('atlasia', ATLASIA),
];
