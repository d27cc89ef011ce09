import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, HOST, host, INGRESS, tls } from './base.ts';

const PRODUCTION = { environment: 'production' };
const OPEN = { beside: INGRESS };
const NGINX = 'nginx.ingress.kubernetes.io';
/** Annotations beside the one that the pods need. */
const annotated = (more: object): object => ({ [`${NGINX}/backend-protocol`]: 'HTTPS', ...more });

/** What the README says of Service, Ingress, TLS, origins and rate limits. */
export const entrance = claimsOf(
  'hotswap',
  [
    ...brokenBy('types of Services are four', 'service.type', 'LoadBalancer', [
      ['LoadBalancers', 'schema/enum'],
      ['nodeport', 'schema/enum'],
    ]),
    ...brokenBy('ports are ports', 'service.port', 8080, [
      [70_000, 'schema/maximum'],
      [0, 'schema/minimum'],
      ['http', 'schema/type'],
    ]),
    ...brokenBy('ports of a Service differ', 'service.httpsPort', 8443, [[80, 'service-port-collision']]),
    ...brokenBy('ports of a Service differ', 'service.metricsPort', 5000, [
      [80, 'service-port-collision'],
      [443, 'service-port-collision'],
    ]),
    ['the container listens at 5000', 'service.targetPort', 8080, undefined, 'dead-value'],
    ['the container listens at 5001', 'service.httpsTargetPort', 8443, undefined, 'dead-value'],
    ...brokenBy('the Ingress is switched by a boolean', 'ingress.enabled', false, [
      ['yes', 'quoted-boolean'],
      ['false', 'quoted-boolean'],
      [1, 'schema/type'],
    ]),
    ...brokenBy(
      'an Ingress has hosts of its own with paths',
      'ingress.hosts',
      host(HOST),
      [
        [host('hotswap.example.com'), 'ingress-host-placeholder', '/0/host'],
        [host('localhost'), 'ingress-host-placeholder', '/0/host'],
        [host(''), 'ingress-host-empty', '/0/host'],
        [host(`https://${HOST}`), 'schema/pattern', '/0/host'],
        [host(`${HOST}:8443`), 'schema/pattern', '/0/host'],
        [host('Hot.corp.net'), 'schema/pattern', '/0/host'],
        [[{ host: HOST }], 'ingress-rule-without-paths', '/0'],
        [[{ host: HOST, paths: [] }], 'ingress-rule-without-paths', '/0/paths'],
        [[{ host: HOST, paths: ['/'] }], 'schema/type', '/0/paths/0'],
        [[HOST], 'schema/type', '/0'],
        [HOST, 'schema/type'],
        [host(HOST, { pathType: 'prefix' }), 'schema/enum', '/0/paths/0/pathType'],
        [host(HOST, { path: 'api' }), 'schema/pattern', '/0/paths/0/path'],
        [host('cold.corp.net'), 'ingress-tls-host-uncovered', '/0/host'],
      ],
      OPEN,
    ),
    [
      'the sample certificate is for the sample host',
      'ingress.tls',
      undefined,
      tls('hot'),
      'ingress-tls-host-uncovered',
      { beside: { ...INGRESS, 'ingress.tls': undefined }, at: '/ingress/hosts/0/host' },
    ],
    ['hosts are in a list', 'ingress.host', HOST, undefined, 'schema/unknown-key', OPEN],
    ...brokenBy(
      'TLS names a Secret and the hosts',
      'ingress.tls',
      tls('hot'),
      [
        [tls(undefined), 'ingress-tls-without-secret', '/0'],
        [tls(''), 'ingress-tls-without-secret', '/0'],
        [tls('Hot TLS'), 'dns-name-invalid', '/0/secretName'],
        [[{ secretName: 'hot', hosts: HOST }], 'schema/type', '/0/hosts'],
        [true, 'schema/type'],
      ],
      OPEN,
    ),
    [
      'TLS covers the hosts',
      'ingress.tls',
      tls('hot', 'cold.corp.net'),
      tls('hot'),
      'ingress-tls-host-uncovered',
      { ...OPEN, at: '/ingress/hosts/0/host' },
    ],
    [
      'TLS in production, not taken away',
      'ingress.tls',
      null,
      tls('hot'),
      'ingress-tls-missing',
      { ...OPEN, ...PRODUCTION },
    ],
    ['TLS in production', 'ingress.tls', [], tls('hot'), 'ingress-tls-missing', { ...OPEN, ...PRODUCTION }],
    ...brokenBy(
      'annotations do something',
      'ingress.annotations',
      annotated({ 'cert-manager.io/cluster-issuer': 'corp', [`${NGINX}/limit-rps`]: '20' }),
      [
        [
          annotated({ [`${NGINX}/rate-limit`]: '100' }),
          'ingress-annotation-unknown',
          `/nginx.ingress.kubernetes.io~1rate-limit`,
        ],
        [
          annotated({ [`${NGINX}/ssl-redirect`]: true }),
          'annotation-not-string',
          '/nginx.ingress.kubernetes.io~1ssl-redirect',
        ],
        [
          annotated({ [`${NGINX}/limit-rps`]: 20 }),
          'annotation-not-string',
          '/nginx.ingress.kubernetes.io~1limit-rps',
        ],
        [
          { [`${NGINX}/backend-protocol`]: 'HTTP' },
          'hotswap/ingress-backend-protocol',
          '/nginx.ingress.kubernetes.io~1backend-protocol',
        ],
        [
          annotated({ 'cert-manager.io/cluster-issuer': null }),
          'hotswap/ingress-issuer-removed',
          '/cert-manager.io~1cluster-issuer',
        ],
      ],
      OPEN,
    ),
    [
      'the pods speak HTTPS',
      'ingress.annotations',
      { 'cert-manager.io/cluster-issuer': 'corp' },
      annotated({}),
      'hotswap/ingress-backend-protocol',
      OPEN,
    ],
    [
      'classes read annotations of their own',
      'ingress.className',
      'traefik',
      'nginx',
      'ingress-annotation-class-mismatch',
      { ...OPEN, at: '/ingress/className' },
    ],
    [
      'traffic is redirected to TLS',
      'ingress.annotations',
      annotated({ [`${NGINX}/ssl-redirect`]: 'false', [`${NGINX}/force-ssl-redirect`]: 'false' }),
      annotated({ [`${NGINX}/ssl-redirect`]: 'true' }),
      'ssl-redirect-off-production',
      { ...OPEN, ...PRODUCTION, at: '/ingress/annotations/nginx.ingress.kubernetes.io~1ssl-redirect' },
    ],
    ...brokenBy(
      'origins are a list of scheme and host',
      'config.corsOrigins',
      ['https://hot.corp.net'],
      [
        ['https://hot.corp.net', 'schema/type'],
        [['*'], 'cors-origin-invalid', '/0'],
        [['https://hot.corp.net/'], 'cors-origin-invalid', '/0'],
        [['https://hot.corp.net/app'], 'cors-origin-invalid', '/0'],
        [['hot.corp.net'], 'cors-origin-invalid', '/0'],
        [['https://hot.corp.net,https://cold.corp.net'], 'cors-origin-invalid', '/0'],
      ],
    ),
    ...brokenBy(
      'origins are for production',
      'config.corsOrigins',
      ['https://hot.corp.net'],
      [
        [['http://localhost:3000'], 'cors-origin-invalid', '/0'],
        [['http://hot.corp.net'], 'cors-origin-invalid', '/0'],
        [['https://hotswap.example.com'], 'cors-origin-invalid', '/0'],
      ],
      PRODUCTION,
    ),
    ...brokenBy('rates are numbers above 0', 'config.rateLimiting.requestsPerMinute', 50, [
      ['100/m', 'schema/type'],
      [0, 'schema/minimum'],
      [2000, 'hotswap/rate-limit-order'],
    ]),
    ...brokenBy('rates of an hour are above those of a minute', 'config.rateLimiting.requestsPerHour', 5000, [
      [50, 'hotswap/rate-limit-order'],
      [-1, 'schema/minimum'],
      ['1000', 'schema/type'],
    ]),
    [
      'rates are printed as they are',
      'config.rateLimiting',
      { requestsPerMinute: 100_000, requestsPerHour: 2_000_000 },
      { requestsPerMinute: 10_000, requestsPerHour: 200_000 },
      'large-integer-notation',
      { at: '/config/rateLimiting/requestsPerHour' },
    ],
  ],
  BASE,
);
