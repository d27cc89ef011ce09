import { each, MEMORY, type Parameters, parameterClaims, SIZES } from '../parameters.ts';
import { BASE, SERVICES } from './base.ts';

/** Budgets that leave one of two pods to evict. */
const BUDGETS = Object.fromEntries(
  each(each(['highAvailability.podDisruptionBudgets'], ['gateway', 'coordination', 'orchestration']), [
    'minAvailable',
  ]).map((path) => [path, 1]),
);

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
        ...each(
          ['highAvailability'],
          ['podDisruptionBudgets.enabled', 'antiAffinity.enabled', 'multiZone.enabled'],
        ),
        ...each(['monitoring'], ['prometheus.enabled', 'grafana.enabled', 'alertmanager.enabled']),
        ...each(each(['services'], SERVICES), ['enabled']),
        ...['ingress.enabled', 'serviceAccount.create', 'rbac.create'],
        ...each(['security.securityContext'], ['runAsNonRoot', 'readOnlyRootFilesystem']),
      ],
      switch: ['security.securityContext.allowPrivilegeEscalation'],
      repository: each(each(['images'], SERVICES), ['repository']),
      tag: each(each(['images'], SERVICES), ['tag']),
      pullPolicy: ['images.pullPolicy'],
      serviceType: each(each(['services'], SERVICES), ['type']),
      text: ['global.environment', 'ossa.phase', 'ossa.scale', 'ossa.uptime.target', 'ingress.className'],
      selector: ['nodeSelector'],
      tolerations: ['tolerations'],
      list: ['rbac.rules', 'images.pullSecrets', 'global.imagePullSecrets'],
      unknown: [
        ...['environment', 'ha', 'gateway', 'image', 'replicaCount', 'resources', 'autoscaling', 'database'],
        ...each(each(['services'], SERVICES), ['autoscaling', 'replicas']),
        ...['highAvailability.zones', 'hpa.cpu', 'monitoring.enabled', 'security.runAsUser', 'ossa.target'],
      ],
      section: [
        ...['global', 'ossa', 'ossa.uptime', 'images', 'images.gateway', 'services', 'services.gateway'],
        ...[
          'highAvailability',
          ...each(['highAvailability'], ['podDisruptionBudgets', 'antiAffinity', 'multiZone']),
        ],
        ...each(['highAvailability.podDisruptionBudgets'], ['gateway', 'coordination', 'orchestration']),
        ...each(['services'], ['coordination', 'discovery', 'orchestration']),
        ...['hpa', 'hpa.metrics', 'hpa.customMetrics', 'ingress', 'ingress.annotations', 'postgresql.auth'],
        ...[
          'monitoring',
          'monitoring.prometheus',
          'monitoring.grafana',
          'security',
          'serviceAccount',
          'rbac',
        ],
        ...['environments', 'environments.dev'],
      ],
    },
  },
  { kinds: { least: each(each(['services'], SERVICES), ['minReplicas']) }, beside: BUDGETS },
  {
    kinds: { least: each(each(['services'], SERVICES), ['maxReplicas']) },
    beside: {
      ...Object.fromEntries(each(each(['services'], SERVICES), ['minReplicas']).map((path) => [path, 2])),
      'environments.dev.replicaCount': 2,
      ...BUDGETS,
    },
  },
  {
    kinds: {
      cpu: each(['environments.dev.resources'], SIZES),
      memory: each(['environments.dev.resources'], MEMORY),
    },
  },
  ...['staging', 'production'].map(
    (environment): Parameters => ({
      kinds: { section: [`environments.${environment}`] },
      beside: { 'global.environment': environment, ...nodeEnv(environment) },
    }),
  ),
];

function nodeEnv(environment: string): object {
  return Object.fromEntries([
    ...each(each(['services'], SERVICES), ['env.NODE_ENV']).map((path) => [path, environment]),
    ...each(each(['services'], SERVICES), ['minReplicas']).map((path) => [path, 3]),
    [`environments.${environment}.replicaCount`, 3],
  ]);
}

/** What the parameter tables of OSSA and its values claim. */
export const parameters = parameterClaims('ossa', OSSA, BASE);
