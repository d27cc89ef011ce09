import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { annotated, BASE, HOST, host, PRODUCTION, tls } from './base.ts';

const NGINX = 'nginx.ingress.kubernetes.io';

/** What the README says of the Ingress, TLS and origins. */
export const entrance = claimsOf(
  'atlasia',
  [
    ...brokenBy('an Ingress has hosts of its own with paths', 'ingress.hosts', host(HOST), [
      [host('atlasia.example.com'), 'ingress-host-placeholder', '/0/host'],
      [host('localhost'), 'ingress-host-placeholder', '/0/host'],
      [host(''), 'ingress-host-empty', '/0/host'],
      [host(`https://${HOST}`), 'schema/pattern', '/0/host'],
      [host('cold.corp.net'), 'ingress-tls-host-uncovered', '/0/host'],
      [[{ host: HOST }], 'ingress-rule-without-paths', '/0'],
      [[{ host: HOST, paths: [] }], 'ingress-rule-without-paths', '/0/paths'],
      [host(HOST, { backend: 'api' }), 'schema/enum', '/0/paths/0/backend'],
      [host(HOST, { backend: undefined }), 'schema/required', '/0/paths/0/backend'],
      [host(HOST, { pathType: 'prefix' }), 'schema/enum', '/0/paths/0/pathType'],
      [host(HOST, { path: 'api' }), 'schema/pattern', '/0/paths/0/path'],
      [HOST, 'schema/type'],
    ]),
    ['the Ingress is switched by a boolean', 'ingress.enabled', 'false', true, 'quoted-boolean'],
    ...brokenBy('TLS names a Secret and the hosts', 'ingress.tls', tls('atl'), [
      [tls(undefined), 'ingress-tls-without-secret', '/0'],
      [tls('Atl TLS'), 'schema/pattern', '/0/secretName'],
      [[{ secretName: 'atl', hosts: HOST }], 'schema/type', '/0/hosts'],
    ]),
    [
      'TLS covers the hosts',
      'ingress.tls',
      tls('atl', 'cold.corp.net'),
      tls('atl'),
      'ingress-tls-host-uncovered',
      { at: '/ingress/hosts/0/host' },
    ],
    ['TLS in production, not taken away', 'ingress.tls', null, tls('atl'), 'ingress-tls-missing', PRODUCTION],
    ['TLS in production', 'ingress.tls', [], tls('atl'), 'ingress-tls-missing', PRODUCTION],
    [
      'TLS has an issuer',
      'ingress.annotations',
      annotated({ 'cert-manager.io/cluster-issuer': null }),
      annotated({ 'cert-manager.io/cluster-issuer': 'corp' }),
      'atlasia/ingress-issuer-removed',
      { at: '/ingress/annotations/cert-manager.io~1cluster-issuer' },
    ],
    ...brokenBy(
      'annotations do something',
      'ingress.annotations',
      annotated({ [`${NGINX}/limit-rps`]: '20' }),
      [
        [
          { [`${NGINX}/rate-limit`]: '100' },
          'ingress-annotation-unknown',
          '/nginx.ingress.kubernetes.io~1rate-limit',
        ],
        [
          annotated({ [`${NGINX}/limit-rps`]: 20 }),
          'annotation-not-string',
          '/nginx.ingress.kubernetes.io~1limit-rps',
        ],
        [
          annotated({ [`${NGINX}/ssl-redirect`]: true }),
          'annotation-not-string',
          '/nginx.ingress.kubernetes.io~1ssl-redirect',
        ],
      ],
    ),
    [
      'classes read annotations of their own',
      'ingress.className',
      'traefik',
      'nginx',
      'ingress-annotation-class-mismatch',
      { at: '/ingress/className' },
    ],
    [
      'traffic is redirected to TLS',
      'ingress.annotations',
      annotated({ [`${NGINX}/ssl-redirect`]: 'false', [`${NGINX}/force-ssl-redirect`]: 'false' }),
      annotated({ [`${NGINX}/ssl-redirect`]: 'true' }),
      'ssl-redirect-off-production',
      { ...PRODUCTION, at: '/ingress/annotations/nginx.ingress.kubernetes.io~1ssl-redirect' },
    ],
    ...brokenBy(
      'origins are a list with commas',
      'config.cors.allowedOrigins',
      `https://${HOST},https://b.corp.net`,
      [
        ['atl.corp.net', 'cors-origin-invalid'],
        [`https://${HOST}/`, 'cors-origin-invalid'],
        [`https://${HOST}/app`, 'cors-origin-invalid'],
        ['*', 'cors-origin-invalid'],
        [[`https://${HOST}`], 'schema/type'],
      ],
    ),
    ...brokenBy(
      'origins are for production',
      'config.cors.allowedOrigins',
      `https://${HOST}`,
      [
        [`http://${HOST}`, 'cors-origin-invalid'],
        [`https://${HOST},http://localhost:4200`, 'cors-origin-invalid'],
        [`https://${HOST},https://atlasia.example.com`, 'cors-origin-invalid'],
      ],
      PRODUCTION,
    ),
    [
      'origins have the host of the Ingress',
      'config.cors.allowedOrigins',
      'https://cold.corp.net',
      `https://${HOST}`,
      'cors-missing-ingress-host',
      { at: '/ingress/hosts/0/host' },
    ],
    [
      'origins are below config',
      'cors',
      { allowedOrigins: `https://${HOST}` },
      undefined,
      'schema/unknown-key',
    ],
    ['origins are below cors', 'config.allowedOrigins', `https://${HOST}`, undefined, 'schema/unknown-key'],
  ],
  BASE,
);

/** What the README says of hosts in flags. */
export const commands = claimsOf(
  'atlasia',
  [
    [
      'a host in a flag needs its paths',
      'ingress.hosts',
      [{ host: HOST }],
      host(HOST),
      'ingress-rule-without-paths',
      { at: '/ingress/hosts/0', flags: true },
    ],
    [
      'localhost has no certificate',
      'ingress.hosts',
      host('localhost'),
      host(HOST),
      'ingress-host-placeholder',
      { at: '/ingress/hosts/0/host', flags: true },
    ],
    ['tags in flags', 'image.orchestrator.tag', 'latest', '0.2.0', 'mutable-image-tag', { flags: true }],
    [
      'collectors in flags',
      'config.tracing.otlpEndpoint',
      'jaeger-collector.monitoring:4317',
      'http://jaeger-collector.monitoring:4317',
      'schema/pattern',
      { flags: true },
    ],
    [
      'sizes in flags',
      'postgresql.primary.persistence.size',
      '10GB',
      '100Gi',
      'schema/pattern',
      { flags: true },
    ],
  ],
  BASE,
);
