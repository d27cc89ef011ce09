import type { Row } from '../claim.ts';

const BODY = 'nginx.ingress.kubernetes.io/proxy-body-size';
const PASSTHROUGH = 'nginx.ingress.kubernetes.io/ssl-passthrough';
const tls = (...hosts: readonly string[]) => [{ secretName: 'zym-tls', hosts }];

/** Ingress Configuration; the host that 25.5.9 calls ui is gateway in 26.8.4. */
export const ingress = (entrance: 'ui' | 'gateway'): readonly Row[] => {
  const host = `ingress.hosts.${entrance}`;
  const beside = {
    'ingress.enabled': true,
    [`${host}.host`]: 'zym.corp.net',
    [`${host}.annotations`]: { [BODY]: '0' },
    'ingress.tls': tls('zym.corp.net'),
  };
  const on = { beside };
  return [
    ['the Ingress is switched by a boolean', 'ingress.enabled', 'true', true, 'quoted-boolean', on],
    ['hosts are switched by a boolean', `${host}.enabled`, 'yes', true, 'quoted-boolean', on],
    [
      'an Ingress has a host',
      `${host}.host`,
      '',
      'zym.corp.net',
      'ingress-host-empty',
      { ...on, at: `/ingress/hosts/${entrance}/host` },
    ],
    ['hosts are names', `${host}.host`, 'https://zym.corp.net', 'zym.corp.net', 'schema/pattern', on],
    [
      "the host of the examples is nobody's",
      `${host}.host`,
      'zymtrace.company.com',
      'zym.corp.net',
      'zymtrace/sample-address',
      on,
    ],
    ['classes are spelled right', 'ingress.className', 'ngnix', 'nginx', 'ingress-class-misspelled', on],
    [
      'classes have the grammar of names',
      'ingress.className',
      'NGINX Internal',
      'nginx',
      'dns-name-invalid',
      on,
    ],
    ['paths are there', `${host}.paths`, [], [{ path: '/', pathType: 'Prefix' }], 'schema/min-items', on],
    [
      'paths begin with a slash',
      `${host}.paths`,
      [{ path: 'app', pathType: 'Prefix' }],
      [{ path: '/app', pathType: 'Prefix' }],
      'schema/pattern',
      { ...on, at: `/ingress/hosts/${entrance}/paths/0/path` },
    ],
    [
      'types of paths are three',
      `${host}.paths`,
      [{ path: '/', pathType: 'prefix' }],
      [{ path: '/', pathType: 'Prefix' }],
      'schema/enum',
      { ...on, at: `/ingress/hosts/${entrance}/paths/0/pathType` },
    ],
    [
      'symbols are uploaded',
      `${host}.annotations`,
      {},
      { [BODY]: '10g' },
      'zymtrace/ingress-body-size',
      { ...on, at: `/ingress/hosts/${entrance}/annotations/${BODY.replace('/', '~1')}` },
    ],
    [
      'annotations are texts',
      `${host}.annotations`,
      { [BODY]: 0 },
      { [BODY]: '0' },
      'annotation-not-string',
      { ...on, at: `/ingress/hosts/${entrance}/annotations/${BODY.replace('/', '~1')}` },
    ],
    [
      'annotations are not written twice',
      'ingress.annotations',
      { 'nginx.ingress.kubernetes.io/backend-protocol': 'GRPC' },
      { 'cert-manager.io/cluster-issuer': 'letsencrypt-prod' },
      'zymtrace/ingress-duplicate-annotation',
      { ...on, at: '/ingress/annotations/nginx.ingress.kubernetes.io~1backend-protocol' },
    ],
    [
      'the certificate covers the host',
      'ingress.tls',
      tls('other.corp.net'),
      tls('zym.corp.net'),
      'ingress-tls-host-uncovered',
      { ...on, at: `/ingress/hosts/${entrance}/host` },
    ],
    [
      'certificates are a list',
      'ingress.tls',
      { secretName: 'zym-tls' },
      tls('zym.corp.net'),
      'schema/type',
      on,
    ],
    [
      'certificates lie in a Secret',
      'ingress.tls',
      [{ hosts: ['zym.corp.net'] }],
      tls('zym.corp.net'),
      'ingress-tls-without-secret',
      { ...on, at: '/ingress/tls/0' },
    ],
    [
      'in production there is a certificate',
      'ingress.tls',
      [],
      tls('zym.corp.net'),
      'ingress-tls-missing',
      { ...on, environment: 'production', at: `/ingress/tls` },
    ],
    [
      'the Service stays inside',
      `services.${entrance}.service.type`,
      'LoadBalancer',
      'ClusterIP',
      'zymtrace/ingress-service-type',
      on,
    ],
  ];
};

const MTLS = {
  'ingress.enabled': true,
  'ingress.hosts.gateway.host': 'zym.corp.net',
  'ingress.hosts.gateway.annotations': { [BODY]: '0' },
  'ingress.tls': tls('zym.corp.net'),
  'ingress.hosts.gateway.mtls.enabled': true,
  'ingress.hosts.gateway.mtls.host': 'mtls.corp.net',
  'ingress.hosts.gateway.mtls.annotations': { [PASSTHROUGH]: 'true', [BODY]: '0' },
  'services.gateway.mtls.enabled': true,
};
const mtls = { beside: MTLS, provided: ['services.gateway.mtls'] };

/** The Ingress for mutual TLS of 26.8.4. */
export const mtlsIngress: readonly Row[] = [
  [
    'the gateway listens for mutual TLS',
    'services.gateway.mtls.enabled',
    false,
    true,
    'zymtrace/mtls-ingress',
    {
      ...mtls,
      provided: ['services.gateway.mtls.cert', 'services.gateway.mtls.key', 'services.gateway.mtls.ca'],
      at: '/ingress/hosts/gateway/mtls/enabled',
    },
  ],
  [
    'it has a host of its own',
    'ingress.hosts.gateway.mtls.host',
    'zym.corp.net',
    'mtls.corp.net',
    'zymtrace/mtls-ingress',
    mtls,
  ],
  ['it has a host', 'ingress.hosts.gateway.mtls.host', '', 'mtls.corp.net', 'zymtrace/mtls-ingress', mtls],
  [
    'the host is a name',
    'ingress.hosts.gateway.mtls.host',
    'https://mtls.corp.net',
    'mtls.corp.net',
    'schema/pattern',
    mtls,
  ],
  [
    'TLS is passed through',
    'ingress.hosts.gateway.mtls.annotations',
    { [BODY]: '0' },
    { [BODY]: '0', [PASSTHROUGH]: 'true' },
    'zymtrace/mtls-ingress',
    { ...mtls, at: `/ingress/hosts/gateway/mtls/annotations/${PASSTHROUGH.replace('/', '~1')}` },
  ],
  [
    'paths are there',
    'ingress.hosts.gateway.mtls.paths',
    [],
    [{ path: '/', pathType: 'Prefix' }],
    'schema/min-items',
    mtls,
  ],
];
