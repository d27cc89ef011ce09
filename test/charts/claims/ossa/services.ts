import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, PRODUCTION } from './base.ts';

/** What the README says of environments, high availability, and numbers and sizes of services. */
export const services = claimsOf(
  'ossa',
  [
    ...brokenBy(
      'environments are three',
      'global.environment',
      'staging',
      [
        ['prod', 'schema/enum'],
        ['development', 'schema/enum'],
        ['Production', 'schema/enum'],
      ],
      { beside: { 'environments.staging.replicaCount': 3, ...nodeEnv('staging') } },
    ),
    [
      'Node.js knows the environment',
      'global.environment',
      'production',
      undefined,
      'ossa/node-env-override',
      { beside: { 'environments.production.replicaCount': 3 } },
    ],
    ['environments are below global', 'environment', 'production', undefined, 'schema/unknown-key'],
    ...brokenBy('versions are labels', 'ossa.version', '0.1.9', [
      ['0.1.8+rev3', 'ossa/version-label'],
      ['0.1.8 beta', 'ossa/version-label'],
      [0.1, 'schema/type'],
    ]),
    ['phases are labels', 'ossa.phase', 'phase 4', 'phase5', 'ossa/version-label'],
    ['scales are labels', 'ossa.scale', 'very large', 'team', 'ossa/version-label'],
    ...brokenBy('targets of availability are percentages', 'ossa.uptime.target', '99.97%', [
      ['99.97', 'schema/pattern'],
      [99.97, 'schema/type'],
      ['99,97%', 'schema/pattern'],
      ['99.9%', 'ossa/uptime-target-format'],
      ['120%', 'schema/pattern'],
    ]),
    [
      'high availability is needed by the target',
      'highAvailability.enabled',
      false,
      true,
      'ossa/uptime-needs-ha',
      PRODUCTION,
    ],
    ['the flag tells of high availability', 'highAvailability.enabled', false, true, 'ossa/ha-flag-mismatch'],
    ...brokenBy('high availability is a boolean', 'highAvailability.enabled', true, [
      ['true', 'quoted-boolean'],
    ]),
    [
      'production is watched',
      'monitoring.prometheus.enabled',
      false,
      true,
      'ossa/uptime-needs-ha',
      PRODUCTION,
    ],
    [
      'Node.js runs as production',
      'services.gateway.env.NODE_ENV',
      'staging',
      'production',
      'ossa/node-env-override',
      PRODUCTION,
    ],
    [
      'anti-affinity is on in production',
      'highAvailability.antiAffinity.enabled',
      false,
      true,
      'ossa/uptime-needs-ha',
      PRODUCTION,
    ],
    [
      'zones are used in production',
      'highAvailability.multiZone.enabled',
      false,
      true,
      'ossa/uptime-needs-ha',
      PRODUCTION,
    ],
    [
      'budgets are in production',
      'highAvailability.podDisruptionBudgets.enabled',
      false,
      true,
      'ossa/uptime-needs-ha',
      PRODUCTION,
    ],
    ...brokenBy('anti-affinity is soft or hard', 'highAvailability.antiAffinity.type', 'hard', [
      ['preferred', 'schema/enum'],
      ['Hard', 'schema/enum'],
      [true, 'schema/type'],
    ]),
    ...brokenBy(
      'zones are a list',
      'highAvailability.multiZone.zones',
      ['eu-1a', 'eu-1b'],
      [
        ['us-west-2a', 'schema/type'],
        [['eu 1a'], 'schema/pattern', '/0'],
        [Array.from({ length: 11 }, (_, i) => `eu-${i}a`), 'schema/max-items'],
      ],
    ),
    [
      'there are zones',
      'highAvailability.multiZone.zones',
      [],
      ['eu-1a'],
      'storage-mode-mismatch',
      { at: '/highAvailability/multiZone/enabled' },
    ],
    ...brokenBy(
      'a budget leaves a pod to evict',
      'highAvailability.podDisruptionBudgets.gateway.minAvailable',
      2,
      [
        [3, 'pdb-blocks-eviction'],
        ['100%', 'pdb-blocks-eviction'],
        ['two', 'schema/pattern'],
      ],
    ),
    ...brokenBy('services are switched by a boolean', 'services.gateway.enabled', true, [
      ['no', 'quoted-boolean'],
      ['false', 'quoted-boolean'],
    ]),
    ...brokenBy('replicas are whole', 'services.gateway.replicaCount', undefined, [
      ['3', 'schema/type'],
      [5, 'ossa/environment-overrides-service'],
      [-1, 'schema/minimum'],
    ]),
    ...brokenBy('replicas of an environment are whole', 'environments.dev.replicaCount', 3, [
      ['3', 'schema/type'],
      [0, 'schema/minimum'],
      [1, 'ossa/env-replicas-outside-hpa'],
      [30, 'ossa/env-replicas-outside-hpa'],
    ]),
    [
      'three pods in production',
      'services.discovery.minReplicas',
      2,
      3,
      'production-replica-floor',
      PRODUCTION,
    ],
    ...brokenBy('the least number of pods is at most the greatest', 'services.gateway.minReplicas', 3, [
      [12, 'hpa-min-exceeds-max'],
      ['3', 'schema/type'],
      [0, 'schema/minimum'],
    ]),
    [
      'the least number of pods is at most the greatest',
      'services.taskAgent.maxReplicas',
      1,
      5,
      'hpa-min-exceeds-max',
    ],
    [
      'sizes are those of the environment',
      'services.gateway.resources',
      { limits: { cpu: 2 } },
      undefined,
      'ossa/environment-overrides-service',
    ],
    ...brokenBy('memory is a quantity', 'environments.dev.resources.requests.memory', '128Mi', [
      ['512 Mi', 'schema/pattern'],
      ['512MB', 'schema/pattern'],
      ['1Gi', 'request-exceeds-limit'],
      [128, 'quantity-unit-suspect'],
    ]),
    ...brokenBy('CPU is a quantity', 'environments.dev.resources.limits.cpu', '500m', [
      ['500 m', 'schema/pattern'],
      ['500', 'quantity-unit-suspect'],
      ['50m', 'request-exceeds-limit'],
    ]),
    [
      'resources have two names',
      'environments.dev.resources.limits.mem',
      '1Gi',
      undefined,
      'schema/property-names',
    ],
    [
      'resources have two names',
      'services.gateway.resources.limits.mem',
      '1Gi',
      undefined,
      'schema/property-names',
    ],
    [
      'resources are there in production',
      'environments.production.resources',
      null,
      undefined,
      'resources-missing-production',
      PRODUCTION,
    ],
    [
      'limits are there in production',
      'environments.production.resources.limits',
      null,
      undefined,
      'resources-missing-production',
      PRODUCTION,
    ],
    ['bounds of an environment are not read', 'environments.dev.maxReplicas', 5, undefined, 'dead-value'],
    ...brokenBy('environment variables have a grammar', 'services.gateway.env', { LOG_LEVEL: 'info' }, [
      [{ 'LOG LEVEL': 'info' }, 'schema/property-names', '/LOG LEVEL'],
      [{ LOG_LEVEL: null }, 'schema/type', '/LOG_LEVEL'],
      [{ LOG: { LEVEL: 'info' } }, 'schema/type', '/LOG'],
      [[{ name: 'LOG_LEVEL', value: 'info' }], 'schema/type'],
      [{ SERVICE_PORT: '8080' }, 'ossa/env-duplicate', '/SERVICE_PORT'],
    ]),
    [
      'environment variables do not start with digits',
      'services.taskAgent.env',
      { '2FA': 'on' },
      { TWO_FA: 'on' },
      'schema/property-names',
      { at: '/services/taskAgent/env/2FA' },
    ],
    ...brokenBy('services are those of the list', 'services', { gateway: { maxReplicas: 12 } }, [
      [{ gatway: { maxReplicas: 12 } }, 'schema/unknown-key', '/gatway'],
      [{ task_agent: { maxReplicas: 12 } }, 'schema/unknown-key', '/task_agent'],
    ]),
  ],
  BASE,
);

function nodeEnv(environment: string): object {
  return Object.fromEntries(
    Object.keys(PRODUCTION.beside!)
      .filter((path) => path.endsWith('NODE_ENV'))
      .map((path) => [path, environment]),
  );
}
