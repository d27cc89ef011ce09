import { each, MEMORY, type Parameters, parameterClaims, SIZES } from '../parameters.ts';
import { BASE } from './base.ts';

const SECTIONS = [
  ...['image', 'service', 'serviceAccount', 'ingress', 'autoscaling', 'podDisruptionBudget', 'config'],
  ...each(['config'], ['logging', 'rateLimiting', 'pipeline', 'prometheus']),
  ...['config.logging.logLevel', 'vault', 'secretRotation', 'healthChecks', 'serviceMonitor'],
];

const HOTSWAP: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...each(
          ['autoscaling', 'podDisruptionBudget', 'secretRotation', 'serviceAccount'],
          ['enabled'],
        ).slice(0, 3),
        ...['serviceAccount.create', 'serviceMonitor.enabled', 'config.rateLimiting.enabled'],
        ...['config.prometheus.enabled', 'podSecurityContext.runAsNonRoot', 'securityContext.runAsNonRoot'],
        'securityContext.readOnlyRootFilesystem',
      ],
      switch: ['ingress.enabled', 'securityContext.allowPrivilegeEscalation'],
      cpu: each(['resources'], SIZES),
      memory: each(['resources'], MEMORY),
      repository: ['image.repository'],
      tag: ['image.tag'],
      pullPolicy: ['image.pullPolicy'],
      serviceType: ['service.type'],
      text: [
        ...['nameOverride', 'fullnameOverride', 'ingress.className', 'externalDatabase.host', 'vault.role'],
        ...[
          'vault.namespace',
          'vault.address',
          'externalDatabase.existingSecret',
          'externalDatabase.database',
        ],
        ...['externalDatabase.username', 'externalDatabase.existingSecretPasswordKey', 'serviceAccount.name'],
        ...['config.aspnetcoreEnvironment', 'config.prometheus.endpoint', 'vault.authMethod'],
        ...each(['config.logging.logLevel'], ['default', 'microsoft', 'system']),
      ],
      map: ['nodeSelector', 'serviceAccount.annotations', 'serviceMonitor.labels'],
      list: ['imagePullSecrets', 'env'],
      selector: ['nodeSelector'],
      tolerations: ['tolerations'],
      port: ['service.port', 'externalDatabase.port'],
      unknown: [
        ...[
          'replicas',
          'hpa',
          'networkPolicy',
          'image.version',
          'vault.auth',
          'ingress.host',
          'livenessProbe',
        ],
        ...['config.cors', 'config.logLevel', 'vault.url', 'externalDatabase.user', 'externalDatabase.name'],
        ...[
          'autoscaling.min',
          'service.targetport',
          'database',
          'healthChecks.startupProbe',
          'serviceMonitor.path',
        ],
      ],
      section: [...SECTIONS, 'externalDatabase', 'postgresql', 'vault.kubernetes'],
    },
  },
  {
    kinds: { whole: each(['config.pipeline'], ['qaMaxConcurrentNodes', 'canaryWaitDurationSeconds']) },
  },
  {
    kinds: { count: ['replicaCount'] },
    beside: { 'autoscaling.enabled': false },
  },
];

/** What the parameter table of HotSwap and its values claim. */
export const parameters = parameterClaims('hotswap', HOTSWAP, BASE);
