import { each, MEMORY, type Parameters, parameterClaims, SIZES } from '../parameters.ts';
import { BASE } from './base.ts';

const PODS = ['orchestrator', 'frontend'];
const RESOURCES = [...PODS, 'postgresql.primary'].map((pod) => `${pod}.resources`);

const ATLASIA: readonly Parameters[] = [
  {
    kinds: {
      boolean: [
        ...['orchestrator.autoscaling.enabled', 'ingress.enabled', 'networkPolicy.enabled', 'vault.enabled'],
        ...each(PODS, ['podDisruptionBudget.enabled']),
        ...['postgresql.enabled', 'postgresql.primary.persistence.enabled', 'postgresql.metrics.enabled'],
        ...['serviceAccount.create', 'monitoring.enabled', 'monitoring.serviceMonitor.enabled'],
        ...['securityContext.readOnlyRootFilesystem', 'podSecurityContext.runAsNonRoot'],
      ],
      switch: ['frontend.autoscaling.enabled', 'securityContext.allowPrivilegeEscalation'],
      count: ['replicaCount.frontend'],
      cpu: each(RESOURCES.slice(0, 1), SIZES),
      memory: each(RESOURCES.slice(0, 1), MEMORY),
      repository: each(['image'], PODS).map((image) => `${image}.repository`),
      tag: each(['image'], PODS).map((image) => `${image}.tag`),
      pullPolicy: each(['image'], PODS).map((image) => `${image}.pullPolicy`),
      serviceType: each(PODS, ['service.type']),
      volume: ['postgresql.primary.persistence.size'],
      text: [
        ...['global.region', 'config.region', 'config.cors.allowedOrigins', 'ingress.className'],
        ...[
          'config.llm.model',
          'config.llm.endpoint',
          'config.llm.fallbackEndpoint',
          'config.database.username',
        ],
        ...['config.tracing.otlpEndpoint', 'config.jwt.issuer', 'config.crdt.meshPeers', 'vault.address'],
        ...[
          'vault.role',
          'vault.path',
          'config.orchestrator.defaultMode',
          'config.orchestrator.enabledAgents',
        ],
        ...['config.orchestrator.repoAllowlist', 'config.orchestrator.workflowProtectPrefix'],
        ...['postgresql.auth.username', 'postgresql.auth.database', 'nameOverride', 'fullnameOverride'],
      ],
      selector: ['nodeSelector'],
      tolerations: ['tolerations'],
      list: ['imagePullSecrets'],
      map: ['serviceAccount.annotations'],
      unknown: [
        ...['environment', 'region', 'cors', 'autoscaling', 'resources', 'config.allowedOrigins'],
        ...['networkPolicies', 'replicas', 'image.tag', 'orchestrator.replicas', 'orchestrator.image'],
        ...['frontend.replicaCount', 'frontend.env', 'secrets.openaiKey', 'secrets.databasePassword', 'hpa'],
        ...['config.model', 'config.otlpEndpoint', 'monitoring.interval', 'vault.token', 'database'],
      ],
      section: [
        ...['replicaCount', 'image', ...each(['image'], PODS), 'serviceAccount', ...PODS],
        ...each(PODS, ['service', 'autoscaling', 'podDisruptionBudget']),
        ...each(['postgresql'], ['auth', 'auth.secretKeys', 'metrics', 'metrics.serviceMonitor', 'primary']),
        ...each(
          ['postgresql.primary'],
          ['persistence', 'initdb', 'podSecurityContext', 'containerSecurityContext'],
        ),
        ...['vault', 'ingress', 'config', 'networkPolicy', 'monitoring', 'monitoring.serviceMonitor'],
        ...each(['config'], ['orchestrator', 'cors', 'jwt', 'llm', 'database', 'tracing', 'crdt']),
        ...each(['secrets'], ['oauth2', 'oauth2.github', 'oauth2.google', 'oauth2.gitlab', 'mail']),
      ],
    },
  },
  ...RESOURCES.slice(1).map(
    (resources): Parameters => ({
      kinds: { cpu: each([resources], SIZES), memory: each([resources], MEMORY) },
    }),
  ),
  {
    kinds: { count: ['replicaCount.orchestrator'] },
    beside: { 'orchestrator.autoscaling.enabled': false },
  },
];

/** What the parameters that the README and the values of Atlasia have claim. */
export const parameters = parameterClaims('atlasia', ATLASIA, BASE);
