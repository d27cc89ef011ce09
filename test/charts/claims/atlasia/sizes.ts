import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, PRODUCTION } from './base.ts';

const size = (requests: object, limits: object) => ({ requests, limits });

/** What the README says of sizes. Elsewhere than in production nobody is told: the tables of the others are below it. */
export const sizes = claimsOf(
  'atlasia',
  [
    ...brokenBy(
      'the orchestrator in production',
      'orchestrator.resources',
      size({ cpu: '500m', memory: '512Mi' }, { cpu: '2', memory: '2Gi' }),
      [
        [{ requests: { memory: '256Mi' } }, 'atlasia/sizing', '/requests/memory'],
        [{ requests: { cpu: '250m' } }, 'atlasia/sizing', '/requests/cpu'],
        [{ limits: { memory: '1Gi' } }, 'atlasia/sizing', '/limits/memory'],
        [{ limits: { cpu: '1000m' } }, 'atlasia/sizing', '/limits/cpu'],
      ],
      PRODUCTION,
    ),
    ...brokenBy(
      'the frontend in production',
      'frontend.resources',
      size({ cpu: '100m', memory: '128Mi' }, { cpu: '200m', memory: '256Mi' }),
      [
        [{ requests: { cpu: '50m' } }, 'atlasia/sizing', '/requests/cpu'],
        [{ requests: { memory: '64Mi' } }, 'atlasia/sizing', '/requests/memory'],
        [{ limits: { cpu: '100m' } }, 'atlasia/sizing', '/limits/cpu'],
        [{ limits: { memory: '128Mi' } }, 'atlasia/sizing', '/limits/memory'],
      ],
      PRODUCTION,
    ),
    ...brokenBy(
      'the database in production',
      'postgresql.primary',
      { persistence: { size: '100Gi' } },
      [
        [{ resources: { requests: { cpu: '125m' } } }, 'atlasia/sizing', '/resources/requests/cpu'],
        [{ resources: { requests: { memory: '128Mi' } } }, 'atlasia/sizing', '/resources/requests/memory'],
        [{ resources: { limits: { cpu: '500m' } } }, 'atlasia/sizing', '/resources/limits/cpu'],
        [{ resources: { limits: { memory: '512Mi' } } }, 'atlasia/sizing', '/resources/limits/memory'],
        [{ persistence: { size: '20Gi' } }, 'atlasia/sizing', '/persistence/size'],
      ],
      PRODUCTION,
    ),
    ...brokenBy(
      'an autoscaler of production',
      'orchestrator.autoscaling',
      { minReplicas: 3, maxReplicas: 10 },
      [
        [{ minReplicas: 2 }, 'production-replica-floor', '/minReplicas'],
        [{ maxReplicas: 5 }, 'atlasia/sizing', '/maxReplicas'],
      ],
      PRODUCTION,
    ),
    ...brokenBy('sizes are quantities', 'orchestrator.resources.limits.memory', '2Gi', [
      ['2 Gi', 'schema/pattern'],
      ['2GB', 'schema/pattern'],
      [2048, 'quantity-unit-suspect'],
      ['256Mi', 'request-exceeds-limit'],
    ]),
    ...brokenBy('amounts of CPU are quantities', 'orchestrator.resources.limits.cpu', '2000m', [
      ['2000 m', 'schema/pattern'],
      ['2000', 'quantity-unit-suspect'],
    ]),
    [
      'requests are at most limits',
      'frontend.resources.requests.cpu',
      '300m',
      '150m',
      'request-exceeds-limit',
    ],
    [
      'requests are at most limits',
      'postgresql.primary.resources.requests.memory',
      '4Gi',
      '1Gi',
      'request-exceeds-limit',
    ],
    [
      'resources have two names',
      'orchestrator.resources.limits.mem',
      '2Gi',
      undefined,
      'schema/property-names',
    ],
    [
      'resources are below their component',
      'resources',
      { limits: { cpu: 1 } },
      undefined,
      'schema/unknown-key',
    ],
    [
      'limits are set in production',
      'orchestrator.resources.limits',
      null,
      undefined,
      'resources-missing-production',
      PRODUCTION,
    ],
    [
      'resources are set in production',
      'frontend.resources',
      null,
      undefined,
      'resources-missing-production',
      PRODUCTION,
    ],
    ...brokenBy('sizes of volumes have a unit', 'postgresql.primary.persistence.size', '50Gi', [
      ['50', 'schema/pattern'],
      ['50GB', 'schema/pattern'],
      ['0Gi', 'schema/pattern'],
      [50, 'schema/minimum'],
    ]),
    ...brokenBy(
      'storage classes have the grammar of names',
      'postgresql.primary.persistence.storageClass',
      'premium-rwo',
      [
        ['Premium RWO', 'schema/pattern'],
        ['managed_premium', 'schema/pattern'],
      ],
    ),
    [
      'data are kept in production',
      'postgresql.primary.persistence.enabled',
      false,
      true,
      'persistence-off-production',
      PRODUCTION,
    ],
  ],
  BASE,
);
