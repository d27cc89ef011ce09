import type { Row } from '../claim.ts';

/** Monitoring Settings and Prometheus Settings. */
export const monitoring: readonly Row[] = [
  ['polling has an interval', 'monitoring.interval', 0, 10, 'schema/minimum'],
  ['the interval is seconds', 'monitoring.interval', '10s', 10, 'schema/type'],
  [
    'the monitor is a Service of the chart',
    'monitoring.server',
    'monitor',
    'colonies-monitor-service',
    'schema/pattern',
  ],
  [
    'Prometheus reads the monitor',
    'prometheus.enabled',
    true,
    undefined,
    'colonyos/prometheus-needs-monitoring',
    { beside: { 'monitoring.enabled': false, 'prometheus.image': undefined } },
  ],
  [
    'images have a version',
    'prometheus.image',
    'prom/prometheus',
    'prom/prometheus:v3.5.0',
    'mutable-image-tag',
  ],
  [
    'pull policies of Prometheus are three',
    'prometheus.imagePullPolicy',
    'IfNotpresent',
    'IfNotPresent',
    'schema/enum',
  ],
  ['volumes are not empty', 'prometheus.storage', '0Gi', '10Gi', 'schema/pattern'],
  ['volumes have a unit', 'prometheus.storage', '10', '10Gi', 'schema/pattern'],
  ['scraping has an interval with a unit', 'prometheus.scrapeInterval', '10', '10s', 'schema/pattern'],
  ['the unit follows the number', 'prometheus.scrapeInterval', '10 s', '10s', 'schema/pattern'],
  ['scraping takes time', 'prometheus.scrapeInterval', '0s', '10s', 'colonyos/period-unit'],
  ['scraping leaves no gaps', 'prometheus.scrapeInterval', '10m', '1m', 'colonyos/period-unit'],
  [
    'scraping is not faster than polling',
    'prometheus.scrapeInterval',
    '1s',
    '10s',
    'colonyos/scrape-faster-than-poll',
  ],
];
