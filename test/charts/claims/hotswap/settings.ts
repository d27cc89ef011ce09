import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, HOST, host, INGRESS, tls } from './base.ts';

const PRODUCTION = { environment: 'production' };

/** Everything else of the checklist is done. */
const CHECKLIST = { ...PRODUCTION, beside: { ...INGRESS, 'serviceMonitor.enabled': true } };

/** What the README says of the application, of metrics, in its checklist and in its commands. */
export const settings = claimsOf(
  'hotswap',
  [
    ...brokenBy('environments of ASP.NET are three', 'config.aspnetcoreEnvironment', 'Production', [
      ['Prod', 'schema/enum'],
      ['production', 'schema/enum'],
      ['Staging', 'hotswap/config-environment-mismatch'],
    ]),
    ...brokenBy('levels of logs are those of .NET', 'config.logging.logLevel.default', 'Debug', [
      ['Info', 'schema/enum'],
      ['debug', 'schema/enum'],
      ['Verbose', 'schema/enum'],
    ]),
    ...brokenBy('shares of the canary are percentages', 'config.pipeline.canaryInitialPercentage', 20, [
      [0, 'schema/minimum'],
      [150, 'schema/maximum'],
      ['10%', 'schema/type'],
    ]),
    ...brokenBy('the canary grows', 'config.pipeline.canaryIncrementPercentage', 20, [
      [0, 'schema/minimum'],
      [101, 'schema/maximum'],
    ]),
    ...brokenBy('waits are seconds', 'config.pipeline.canaryWaitDurationSeconds', 60, [
      ['5m', 'schema/type'],
      [0, 'schema/minimum'],
      [0.5, 'schema/type'],
    ]),
    ...brokenBy('tests have seconds', 'config.pipeline.stagingSmokeTestTimeoutSeconds', 60, [
      ['5m', 'schema/type'],
      [-1, 'schema/minimum'],
    ]),
    ...brokenBy('checks have seconds', 'config.pipeline.rollingHealthCheckDelaySeconds', 5, [
      ['10s', 'schema/type'],
    ]),
    ...brokenBy('nodes are counted', 'config.pipeline.qaMaxConcurrentNodes', 4, [
      [0, 'schema/minimum'],
      ['two', 'schema/type'],
    ]),
    ...brokenBy('metrics are switched by a boolean', 'config.prometheus.enabled', true, [
      ['false', 'quoted-boolean'],
    ]),
    ...brokenBy(
      'metrics have a path',
      'config.prometheus.endpoint',
      '/metrics',
      [
        ['metrics', 'schema/pattern'],
        ['/internal', 'hotswap/metrics-path-mismatch'],
      ],
      { beside: { 'serviceMonitor.enabled': true } },
    ),
    [
      'a ServiceMonitor needs metrics',
      'config.prometheus.enabled',
      false,
      true,
      'schema/const',
      { beside: { 'serviceMonitor.enabled': true } },
    ],
    ...brokenBy('Prometheus asks in time', 'serviceMonitor', { enabled: true, interval: '1m' }, [
      [{ enabled: true, interval: '5s' }, 'scrape-timeout-exceeds-interval', '/interval'],
      [{ enabled: true, scrapeTimeout: '1m' }, 'scrape-timeout-exceeds-interval', '/scrapeTimeout'],
      [{ enabled: true, interval: '30' }, 'schema/pattern', '/interval'],
      [{ enabled: true, interval: 30 }, 'schema/type', '/interval'],
      [{ enabled: true, interval: '0s' }, 'scrape-timeout-exceeds-interval', '/interval'],
      [{ enabled: true, labels: { team: 7 } }, 'annotation-not-string', '/labels/team'],
    ]),
    ...brokenBy('pods tell Prometheus where to ask', 'podAnnotations', { 'prometheus.io/port': '5000' }, [
      [{ 'prometheus.io/port': '9090' }, 'hotswap/metrics-path-mismatch', '/prometheus.io~1port'],
      [{ 'prometheus.io/path': '/m' }, 'hotswap/metrics-path-mismatch', '/prometheus.io~1path'],
      [{ 'prometheus.io/port': 5000 }, 'annotation-not-string', '/prometheus.io~1port'],
      [{ 'prometheus.io/scrape': true }, 'annotation-not-string', '/prometheus.io~1scrape'],
    ]),
    ...brokenBy(
      'a budget protects in production',
      'podDisruptionBudget.enabled',
      true,
      [[false, 'hotswap/production-checklist']],
      CHECKLIST,
    ),
    ...brokenBy(
      'autoscaling in production',
      'autoscaling.enabled',
      true,
      [[false, 'hotswap/production-checklist']],
      CHECKLIST,
    ),
    ...brokenBy(
      'a ServiceMonitor in production',
      'serviceMonitor.enabled',
      true,
      [[false, 'hotswap/production-checklist']],
      CHECKLIST,
    ),
    ...brokenBy(
      'rate limits in production',
      'config.rateLimiting.enabled',
      true,
      [[false, 'hotswap/production-checklist']],
      CHECKLIST,
    ),
    ...brokenBy(
      'an Ingress in production',
      'ingress.enabled',
      true,
      [[false, 'hotswap/production-checklist']],
      CHECKLIST,
    ),
    ...brokenBy(
      'metrics in production',
      'config.prometheus',
      { enabled: true },
      [[{ enabled: false }, 'hotswap/production-checklist', '/enabled']],
      CHECKLIST,
    ),
    [
      'origins in production',
      'config.corsOrigins',
      [],
      ['https://hot.corp.net'],
      'hotswap/production-checklist',
      CHECKLIST,
    ],
    [
      'origins of your own in production',
      'config.corsOrigins',
      undefined,
      ['https://hot.corp.net'],
      'hotswap/production-checklist',
      {
        ...CHECKLIST,
        beside: { ...CHECKLIST.beside, 'config.corsOrigins': undefined },
        at: '/config/aspnetcoreEnvironment',
      },
    ],
    ...brokenBy(
      'secrets are rotated',
      'secretRotation.enabled',
      true,
      [[false, 'hotswap/production-checklist']],
      CHECKLIST,
    ),
    ...brokenBy(
      'pods are spread in production',
      'affinity.podAntiAffinity',
      undefined,
      [
        [null, 'hotswap/production-checklist'],
        [{ preferredDuringSchedulingIgnoredDuringExecution: [] }, 'hotswap/production-checklist'],
      ],
      CHECKLIST,
    ),
  ],
  BASE,
);

/** The commands of the README: what their flags say. */
export const commands = claimsOf(
  'hotswap',
  [
    [
      'a host in a flag needs its paths',
      'ingress.hosts',
      [{ host: HOST }],
      host(HOST),
      'ingress-rule-without-paths',
      { at: '/ingress/hosts/0', beside: INGRESS, flags: true },
    ],
    [
      "hosts of the examples are nobody's",
      'ingress.hosts',
      host('hotswap.example.com'),
      host(HOST),
      'ingress-host-placeholder',
      { at: '/ingress/hosts/0/host', beside: { ...INGRESS, 'ingress.tls': tls('hot') }, flags: true },
    ],
    [
      'the number of replicas in a flag',
      'replicaCount',
      5,
      undefined,
      'replicas-ignored-by-hpa',
      { flags: true },
    ],
    ['the tag in a flag', 'image.tag', 'latest', 'v1.4.2', 'mutable-image-tag', { flags: true }],
    [
      'the password in a flag',
      'postgresql.auth.password',
      '$(openssl rand -base64 32)',
      undefined,
      'dead-value',
      { flags: true },
    ],
    [
      'the token in a flag',
      'vault.token',
      'hvs.CAESIGq7Xw2Lm9',
      undefined,
      'storage-mode-mismatch',
      { flags: true },
    ],
    ['memory in a flag', 'resources.limits.memory', '8G i', '8Gi', 'schema/pattern', { flags: true }],
  ],
  BASE,
);
