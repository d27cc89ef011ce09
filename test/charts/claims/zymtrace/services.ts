import type { Row } from '../claim.ts';

/** Services, whose entrance 25.5.9 calls ui and 26.8.4 gateway. */
export const services = (entrance: 'ui' | 'gateway'): readonly Row[] => {
  const service = `services.${entrance}.service`;
  return [
    [
      `types of the ${entrance} service are three`,
      `${service}.type`,
      'Loadbalancer',
      'LoadBalancer',
      'schema/enum',
    ],
    [
      'node ports lie in a range',
      service,
      { type: 'NodePort', nodePort: 8080 },
      { type: 'NodePort', nodePort: 30080 },
      'schema/minimum',
      { at: `/services/${entrance}/service/nodePort` },
    ],
    [
      'node ports end at 32767',
      service,
      { type: 'NodePort', nodePort: 32768 },
      { type: 'NodePort', nodePort: 32767 },
      'schema/maximum',
      { at: `/services/${entrance}/service/nodePort` },
    ],
    ['node ports need the type', `${service}.nodePort`, 30080, '', 'nodeport-without-type'],
    ['images have a version', 'services.common.imageTag', 'latest', '26.8.4', 'mutable-image-tag'],
    ['tags have a grammar', 'services.common.imageTag', 'v1 0', '26.8.4', 'schema/pattern'],
    ['tags are texts', 'services.web.image.tag', 26.8, '26.8.4', 'schema/type'],
    [
      "the tag of the examples is nobody's",
      'services.common.imageTag',
      'NEW_VERSION',
      '26.8.4',
      'placeholder-value',
    ],
    ['pods are counted', 'services.ingest.replicas', 'two', 2, 'schema/type'],
    ['ports are ports', 'services.web.port', 99330, 9933, 'schema/maximum'],
    [
      'requests are at most limits',
      'services.web.resources',
      { requests: { memory: '8Gi' }, limits: { memory: '4Gi' } },
      { requests: { memory: '2Gi' }, limits: { memory: '4Gi' } },
      'request-exceeds-limit',
      { at: '/services/web/resources/requests/memory' },
    ],
    [
      'variables are a map',
      'services.common.env',
      [{ name: 'RUST_LOG', value: 'info' }],
      { RUST_LOG: 'info' },
      'schema/type',
    ],
    [
      'variables have the grammar of names',
      'services.common.env',
      { 'RUST LOG': 'info' },
      { RUST_LOG: 'info' },
      'schema/property-names',
      { at: '/services/common/env/RUST LOG' },
    ],
    [
      'variables are written',
      'services.common.env',
      { RUST_BACKTRACE: 0 },
      { RUST_BACKTRACE: '0' },
      'zymtrace/env-falsy-dropped',
      { at: '/services/common/env/RUST_BACKTRACE' },
    ],
  ];
};

/** Services of 25.5.9 alone. */
export const services25: readonly Row[] = [
  [
    'types of the ingest service are three',
    'services.ingest.service.type',
    'nodePort',
    undefined,
    'schema/enum',
  ],
  ['the ingest service stays inside', 'services.ingest.service.type', 'NodePort', undefined, 'dead-value'],
  ['and has no node port', 'services.ingest.service.nodePort', 30081, undefined, 'dead-value'],
];

const GATEWAY = 'services.gateway';
const PEM = '-----BEGIN CERTIFICATE-----\nMIIBrDCCAVKgAwIBAgIUb7Y7\n-----END CERTIFICATE-----\n';
const MTLS = {
  beside: {
    [`${GATEWAY}.mtls.enabled`]: true,
    [`${GATEWAY}.mtls.cert`]: PEM,
    [`${GATEWAY}.mtls.ca`]: PEM,
  },
  provided: [`${GATEWAY}.mtls.key`],
};

/** Services of 26.8.4 alone. */
export const services26: readonly Row[] = [
  ['ports of the gateway differ', `${GATEWAY}.port`, 9901, 8080, 'service-port-collision'],
  ['trusted ports differ as well', `${GATEWAY}.portTrusted`, 80, 9902, 'service-port-collision'],
  ['admin ports are ports', `${GATEWAY}.adminPort`, 0, 9902, 'schema/minimum'],
  ['hops are counted', `${GATEWAY}.xff_num_trusted_hops`, -1, 1, 'schema/minimum'],
  ['appending is a boolean', `${GATEWAY}.xff_append`, 'yes', true, 'quoted-boolean'],
  [
    'mutual TLS needs a certificate',
    `${GATEWAY}.mtls.cert`,
    '# Server Certificate',
    PEM,
    'schema/pattern',
    MTLS,
  ],
  [
    'certificates are given, not their paths',
    `${GATEWAY}.mtls.ca`,
    '/tls/ca.crt',
    PEM,
    'schema/pattern',
    MTLS,
  ],
  [
    'mutual TLS needs a key',
    `${GATEWAY}.mtls.key`,
    'server.key',
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END PRIVATE KEY-----\n',
    'schema/pattern',
    { beside: MTLS.beside, rules: { 'secret-inline': 'off' } },
  ],
  ['its port is a port', `${GATEWAY}.mtls.port`, 90900, 9091, 'schema/maximum', MTLS],
  ['its port is its own', `${GATEWAY}.mtls.port`, 9901, 9091, 'service-port-collision', MTLS],
  ['its port is for mutual TLS', `${GATEWAY}.mtls.port`, 9091, undefined, 'inactive-section'],
  ['probes are booleans', 'services.healthProbes.liveness', 'on', true, 'quoted-boolean'],
  ['there are two probes', 'services.healthProbes.startup', true, undefined, 'schema/unknown-key'],
  [
    'a service has probes of its own',
    'services.web.healthProbes.ready',
    true,
    undefined,
    'schema/unknown-key',
  ],
  ['the migration does not scale', 'services.migrate.hpa.enabled', true, false, 'schema/const'],
  ['the migration has no pods of its own', 'services.migrate.replicas', 2, undefined, 'schema/unknown-key'],
  ['the migration has no port', 'services.migrate.port', 80, undefined, 'schema/unknown-key'],
  [
    'affinity is spelled as Kubernetes does',
    'services.common.affinity',
    { podAntiaffinity: {} },
    { podAntiAffinity: {} },
    'schema/unknown-key',
    { at: '/services/common/affinity/podAntiaffinity' },
  ],
  [
    'variables of a service are a map',
    'services.web.env',
    ['RUST_LOG=info'],
    { RUST_LOG: 'info' },
    'schema/type',
  ],
  [
    '/mcp answers to a host',
    'services.web.mcpAllowedHosts',
    'ingress',
    'all',
    'zymtrace/mcp-needs-ingress-host',
  ],
  [
    'recommendations stay on',
    'services.web.allowRecommendations',
    false,
    true,
    'zymtrace/recommendations-stay-on',
  ],
  ['the chart makes no roles', 'rbac.create', true, undefined, 'schema/unknown-key', { at: '/rbac' }],
  ['the chart has no rules for them', 'rbac.rules', [], undefined, 'schema/unknown-key', { at: '/rbac' }],
  [
    'the chart makes no service account',
    'serviceAccount.annotations',
    { a: 'b' },
    undefined,
    'schema/unknown-key',
    { at: '/serviceAccount' },
  ],
];
