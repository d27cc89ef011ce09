import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, HOST, host, PRODUCTION, tls } from './base.ts';

const NGINX = 'nginx.ingress.kubernetes.io';

/** What the README says of databases, monitoring, entrance and policies. */
export const backends = claimsOf(
  'ossa',
  [
    ...brokenBy('PostgreSQL has two architectures', 'postgresql.architecture', 'standalone', [
      ['cluster', 'schema/enum'],
      ['replication', 'ossa/postgres-replication-host'],
    ]),
    ...brokenBy('PostgreSQL is switched by enabled', 'postgresql.enabled', true, [
      ['false', 'quoted-boolean'],
      [false, 'storage-mode-mismatch'],
    ]),
    ...brokenBy(
      'settings of PostgreSQL are where it reads them',
      'postgresql',
      { architecture: 'standalone', primary: { persistence: { size: '100Gi' } } },
      [
        [{ architecture: 'standalone', enable: false }, 'unknown-key', '/enable'],
        [{ architecture: 'standalone', persistence: { size: '100Gi' } }, 'dead-value', '/persistence'],
        [
          { architecture: 'standalone', primary: { persistence: { size: '100GB' } } },
          'schema/pattern',
          '/primary/persistence/size',
        ],
        [
          { architecture: 'standalone', primary: { resources: { requests: { memory: '8Gi' } } } },
          'request-exceeds-limit',
          '/primary/resources/requests/memory',
        ],
      ],
    ),
    ...brokenBy('names of databases have no blanks', 'postgresql.auth.database', 'ossa', [
      ['os sa', 'schema/pattern'],
      ['os/sa', 'schema/pattern'],
    ]),
    ['users of databases fit into a URL', 'postgresql.auth.username', 'os@sa', 'ossa', 'schema/pattern'],
    ...brokenBy('Redis has two architectures', 'redis.architecture', 'standalone', [
      ['sentinel', 'schema/enum'],
    ]),
    ...brokenBy('Redis is switched by enabled', 'redis', { auth: { enabled: false } }, [
      [{ auth: { enabled: false }, enable: false }, 'unknown-key', '/enable'],
      [{ auth: { enabled: true } }, 'ossa/redis-auth', '/auth/enabled'],
      [{ auth: { enabled: false }, persistence: { size: '8Gi' } }, 'dead-value', '/persistence'],
    ]),
    ...brokenBy('Qdrant agrees by majority', 'qdrant', { replicaCount: 5 }, [
      [{ replicaCount: 2 }, 'even-consensus-replicas', '/replicaCount'],
      [{ replicaCount: 4 }, 'even-consensus-replicas', '/replicaCount'],
      [{ replicaCount: '3' }, 'schema/type', '/replicaCount'],
      [{ enable: false }, 'unknown-key', '/enable'],
      [{ persistence: { size: '10GB' } }, 'schema/pattern', '/persistence/size'],
      [{ resources: { requests: { memory: '4Gi' } } }, 'request-exceeds-limit', '/resources/requests/memory'],
    ]),
    [
      'data are kept in production',
      'qdrant.persistence.enabled',
      false,
      true,
      'persistence-off-production',
      PRODUCTION,
    ],
    ['Prometheus is switched by a boolean', 'monitoring.prometheus.enabled', 'on', true, 'quoted-boolean'],
    ...brokenBy('nothing deploys a monitoring', 'monitoring', undefined, [
      [{ prometheus: { retention: '30d' } }, 'dead-value', '/prometheus/retention'],
      [{ prometheus: { storage: { size: '50Gi' } } }, 'dead-value', '/prometheus/storage'],
      [{ alertmanager: { enabled: false } }, 'dead-value', '/alertmanager'],
      [{ grafana: { adminPassword: 'admin' } }, 'ossa/grafana-password-notes', '/grafana/adminPassword'],
      [{ grafana: { existingSecret: 'grafana' } }, 'dead-value', '/grafana/existingSecret'],
    ]),
    ...brokenBy('an Ingress has hosts of its own that lead to Services', 'ingress.hosts', host(HOST), [
      [host('ossa-api.example.com'), 'ingress-host-placeholder', '/0/host'],
      [host('localhost'), 'ingress-host-placeholder', '/0/host'],
      [host(''), 'ingress-host-empty', '/0/host'],
      [host('cold.corp.net'), 'ingress-tls-host-uncovered', '/0/host'],
      [host(HOST, 'ossa-gateway'), 'ossa/ingress-backend-service', '/0/paths/0/backend/service/name'],
      [host(HOST, 'taskAgent'), 'ossa/ingress-backend-service', '/0/paths/0/backend/service/name'],
      [
        host(HOST, 'gateway', { backend: { service: { name: 'gateway', port: 8080 } } }),
        'ossa/ingress-backend-service',
        '/0/paths/0/backend/service/port',
      ],
      [host(HOST, 'gateway', { backend: 'gateway' }), 'schema/type', '/0/paths/0/backend'],
      [host(HOST, 'gateway', { pathType: 'prefix' }), 'schema/enum', '/0/paths/0/pathType'],
      [[{ host: HOST }], 'ingress-rule-without-paths', '/0'],
      [HOST, 'schema/type'],
    ]),
    ...brokenBy('TLS names a Secret and the hosts', 'ingress.tls', tls('ossa'), [
      [tls(undefined), 'ingress-tls-without-secret', '/0'],
      [tls('Ossa TLS'), 'dns-name-invalid', '/0/secretName'],
      [[{ secretName: 'ossa', hosts: HOST }], 'schema/type', '/0/hosts'],
    ]),
    [
      'TLS in production, not taken away',
      'ingress.tls',
      null,
      tls('ossa'),
      'ingress-tls-missing',
      PRODUCTION,
    ],
    ['TLS outside', 'ingress.tls', [], tls('ossa'), 'ingress-tls-missing', PRODUCTION],
    [
      'TLS covers the hosts',
      'ingress.tls',
      tls('ossa', 'cold.corp.net'),
      tls('ossa'),
      'ingress-tls-host-uncovered',
      { at: '/ingress/hosts/0/host' },
    ],
    ...brokenBy('annotations do something', 'ingress.annotations', { [`${NGINX}/limit-rps`]: '20' }, [
      [
        { [`${NGINX}/rate-limit`]: '1000' },
        'ingress-annotation-unknown',
        '/nginx.ingress.kubernetes.io~1rate-limit',
      ],
      [
        { [`${NGINX}/rate-limit-rps`]: '100' },
        'ingress-annotation-unknown',
        '/nginx.ingress.kubernetes.io~1rate-limit-rps',
      ],
      [{ [`${NGINX}/limit-rps`]: 20 }, 'annotation-not-string', '/nginx.ingress.kubernetes.io~1limit-rps'],
    ]),
    ['annotations are a map', 'ingress.annotations', null, undefined, 'null-removes-default'],
    [
      'traffic is redirected to TLS',
      'ingress.annotations',
      { [`${NGINX}/ssl-redirect`]: 'false' },
      {},
      'ssl-redirect-off-production',
      { ...PRODUCTION, at: '/ingress/annotations/nginx.ingress.kubernetes.io~1ssl-redirect' },
    ],
    [
      'TLS has an issuer',
      'ingress.annotations',
      { 'cert-manager.io/cluster-issuer': null },
      { 'cert-manager.io/cluster-issuer': 'corp' },
      'ossa/ingress-issuer-removed',
      { at: '/ingress/annotations/cert-manager.io~1cluster-issuer' },
    ],
    [
      'classes read annotations of their own',
      'ingress.className',
      'traefik',
      'nginx',
      'ingress-annotation-class-mismatch',
      { at: '/ingress/className' },
    ],
    ...brokenBy(
      'policies are on in production, the README says, and no template has one',
      'networkPolicy',
      undefined,
      [
        [{ enabled: true }, 'dead-value', '/enabled'],
        [{ ingress: { allowedNamespaces: ['monitoring'] } }, 'dead-value', '/ingress'],
      ],
    ),
    ['quotas are not made', 'resourceQuota', { enabled: true }, undefined, 'dead-value'],
    ['backups are not made', 'persistence', { backup: { enabled: true } }, undefined, 'dead-value'],
  ],
  BASE,
);

const EXTERNAL = {
  values: {
    ...BASE.values,
    'postgresql.architecture': undefined,
    'postgresql.enabled': false,
    'externalDatabase.url': 'postgresql://db.agents:5432/ossa',
  },
  provided: [],
};

/** What the README says of passwords. A password in the file is always told of, so the twins are not clean. */
export const passwords = claimsOf('ossa', [
  ...brokenBy('passwords are secure', 'postgresql.auth.password', 'q7-dormouse-52X', [
    ['your-secure-postgres-password', 'placeholder-value'],
    ['postgres', 'secret-default-credential'],
    ['ossa_password', 'secret-default-credential'],
    ['ossa', 'secret-weak'],
    ['pass@word/1', 'schema/pattern'],
  ]),
  ['passwords are not in files', 'postgresql.auth.password', 'q7-dormouse-52X', undefined, 'secret-inline'],
  [
    'the services know the password of the database',
    'postgresql.auth.existingSecret',
    'ossa-db',
    undefined,
    'ossa/postgres-existing-secret',
  ],
]);

/** What the README says of services outside. */
export const external = [
  ...claimsOf(
    'ossa',
    [
      ...brokenBy(
        'external databases have a URL',
        'externalDatabase.url',
        'postgresql://db.agents:5432/ossa',
        [
          ['db.agents:5432', 'schema/pattern'],
          ['mysql://db.agents/ossa', 'schema/pattern'],
          ['postgresql://db.example.com/ossa', 'sample-address'],
          ['postgresql://ossa:q7-dormouse-52X@db.agents/ossa', 'secret-inline'],
        ],
      ),
      [
        'external databases have a URL',
        'externalDatabase.url',
        '',
        'postgresql://db.agents:5432/ossa',
        'storage-mode-mismatch',
        { at: '/postgresql/enabled' },
      ],
      [
        'the bundled database is off',
        'postgresql.primary',
        { persistence: { size: '100Gi' } },
        undefined,
        'storage-mode-mismatch',
      ],
    ],
    EXTERNAL,
  ),
  ...claimsOf(
    'ossa',
    [
      [
        'external databases are on',
        'externalDatabase.url',
        'postgresql://db.agents:5432/ossa',
        undefined,
        'storage-mode-mismatch',
        { at: '/externalDatabase' },
      ],
      ['an external Redis has a URL', 'redis.enabled', false, true, 'storage-mode-mismatch'],
      ['an external Qdrant has a URL', 'qdrant.enabled', false, true, 'storage-mode-mismatch'],
      ...brokenBy(
        'URLs have their scheme',
        'externalQdrant.url',
        'http://qdrant.agents:6333',
        [
          ['qdrant.agents:6333', 'schema/pattern'],
          ['http://qdrant.your-company.com:6333', 'placeholder-value'],
        ],
        { beside: { 'qdrant.enabled': false } },
      ),
      ...brokenBy(
        'URLs have their scheme',
        'externalRedis.url',
        'redis://cache.agents:6379',
        [
          ['cache.agents:6379', 'schema/pattern'],
          ['redis://cache.example.com:6379', 'sample-address'],
        ],
        { beside: { 'redis.enabled': false, 'redis.auth.enabled': undefined } },
      ),
    ],
    BASE,
  ),
];

/** The commands of the README: what their flags say. */
export const commands = claimsOf(
  'ossa',
  [
    [
      'replicas in flags',
      'services.gateway.replicaCount',
      5,
      undefined,
      'ossa/environment-overrides-service',
      { flags: true },
    ],
    [
      'targets in flags',
      'ossa.uptime.target',
      '99.99%',
      '99.97%',
      'ossa/uptime-target-format',
      { flags: true },
    ],
    ['environments in flags', 'global.environment', 'prod', 'dev', 'schema/enum', { flags: true }],
  ],
  BASE,
);
