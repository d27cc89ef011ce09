import type { Row } from '../claim.ts';

const ON = { beside: { 'services.web.hpa.enabled': true } };
const INGEST = { beside: { 'services.ingest.hpa.enabled': true } };

/** Horizontal Pod Autoscaling. */
export const autoscaling: readonly Row[] = [
  ['an autoscaler is switched by a boolean', 'services.web.hpa.enabled', 'true', true, 'quoted-boolean'],
  [
    'the least number of pods is at most the greatest',
    'services.web.hpa',
    { enabled: true, minReplicas: 6, maxReplicas: 5 },
    { enabled: true, minReplicas: 5, maxReplicas: 6 },
    'hpa-min-exceeds-max',
    { at: '/services/web/hpa/minReplicas' },
  ],
  ['pods are whole numbers', 'services.ingest.hpa.maxReplicas', 1.5, 5, 'schema/type', INGEST],
  [
    'a target of CPU is a percentage',
    'services.web.hpa.targetCPUUtilizationPercentage',
    '80%',
    80,
    'schema/type',
    ON,
  ],
  [
    'a target of CPU is above 0',
    'services.web.hpa.targetCPUUtilizationPercentage',
    0,
    80,
    'schema/minimum',
    ON,
  ],
  [
    'limits alone do not turn it on',
    'services.web.hpa',
    { minReplicas: 2, maxReplicas: 8 },
    { enabled: true, minReplicas: 2, maxReplicas: 8 },
    'zymtrace/hpa-override-disables',
  ],
  [
    'the autoscaler decides how many pods there are',
    'services.web.replicas',
    3,
    undefined,
    'replicas-ignored-by-hpa',
    ON,
  ],
  [
    'without a metric it cannot scale',
    'services.common.hpa',
    { enabled: true, targetCPUUtilizationPercentage: null, targetMemoryUtilizationPercentage: null },
    { enabled: true, targetCPUUtilizationPercentage: 80, targetMemoryUtilizationPercentage: null },
    'hpa-without-metric',
    { at: '/services/common/hpa/enabled' },
  ],
  [
    'autoscaling is for services, not for ClickHouse',
    'clickhouse.hpa',
    { enabled: true },
    undefined,
    'schema/unknown-key',
  ],
  [
    'autoscaling is for services, not for PostgreSQL',
    'postgres.create.hpa',
    { enabled: true },
    undefined,
    'schema/unknown-key',
  ],
  [
    'autoscaling is for services, not for MinIO',
    'storage.hpa',
    { enabled: true },
    undefined,
    'schema/unknown-key',
  ],
  [
    'the block is called hpa',
    'services.ingest.autoscaling',
    { enabled: true },
    undefined,
    'schema/unknown-key',
  ],
];
