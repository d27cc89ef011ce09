import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE } from './base.ts';

const PRODUCTION = { environment: 'production' };
const TOKEN = 's.u7Qq-dormouse-52XplkW';

/** What the README says of database, Vault and the rotation of secrets. */
export const backends = claimsOf(
  'hotswap',
  [
    [
      'the database is outside',
      'postgresql.enabled',
      true,
      false,
      'storage-mode-mismatch',
      { at: '/externalDatabase' },
    ],
    ...brokenBy('the database is switched by a boolean', 'postgresql.enabled', false, [
      ['false', 'quoted-boolean'],
      [0, 'schema/type'],
    ]),
    ...brokenBy('external databases have a host', 'externalDatabase.host', 'pg.corp.net', [
      ['postgresql.example.com', 'hotswap/external-db-incomplete'],
      ['localhost', 'hotswap/external-db-incomplete'],
      ['postgresql://pg.corp.net', 'schema/pattern'],
      ['pg.corp.net:5432', 'schema/pattern'],
      ['pg corp', 'schema/pattern'],
      ['pg.corp.net;Password=a', 'schema/pattern'],
    ]),
    [
      'external databases have a host',
      'externalDatabase.host',
      '',
      'pg.corp.net',
      'storage-mode-mismatch',
      { at: '/postgresql/enabled' },
    ],
    ...brokenBy('ports of databases are ports', 'externalDatabase.port', 6432, [
      [54_320_000, 'schema/maximum'],
      [0, 'schema/minimum'],
      ['pg', 'schema/type'],
    ]),
    ...brokenBy('names of databases have no blanks', 'externalDatabase.database', 'hotswap', [
      ['hot swap', 'schema/pattern'],
      ['hot;swap', 'schema/pattern'],
      [7, 'schema/type'],
    ]),
    [
      'external databases have a name',
      'externalDatabase.database',
      '',
      'hotswap',
      'storage-mode-mismatch',
      { at: '/postgresql/enabled' },
    ],
    [
      'external databases have a user',
      'externalDatabase.username',
      '',
      'hotswap',
      'storage-mode-mismatch',
      { at: '/postgresql/enabled' },
    ],
    [
      'users of databases have no blanks',
      'externalDatabase.username',
      'hot swap',
      'hotswap',
      'schema/pattern',
    ],
    [
      'external databases have a secret',
      'externalDatabase.existingSecret',
      '',
      'db',
      'storage-mode-mismatch',
      { at: '/postgresql/enabled' },
    ],
    [
      'secrets have the name of an object',
      'externalDatabase.existingSecret',
      'Hotswap DB',
      'hotswap-db',
      'dns-name-invalid',
    ],
    ...brokenBy('the secret has a key', 'externalDatabase.existingSecretPasswordKey', 'password', [
      ['', 'schema/pattern'],
      ['pass word', 'schema/pattern'],
    ]),
    ...brokenBy(
      'passwords are in a Secret',
      'externalDatabase',
      { host: 'pg.corp.net', existingSecret: 'hotswap-db' },
      [
        [{ host: 'pg.corp.net', password: 'q7-dormouse-52X' }, 'secret-inline', '/password'],
        [{ host: 'pg.corp.net', password: 'hotswap' }, 'secret-weak', '/password'],
        [{ host: 'pg.corp.net', password: 'your-secure-password' }, 'placeholder-value', '/password'],
        [{ host: 'pg.corp.net', password: 12_345_678 }, 'non-string-secret', '/password'],
      ],
    ),
    [
      'one of secret and password',
      'externalDatabase.password',
      'q7-dormouse-52X',
      undefined,
      'secret-conflict',
    ],
    ...brokenBy('addresses of Vault are URLs', 'vault.address', 'https://vault.corp.net:8200', [
      ['vault:8200', 'schema/pattern'],
      ['tcp://vault:8200', 'schema/pattern'],
      ['https://vault.corp.net/v1', 'schema/not'],
      ['', 'schema/pattern'],
      [8200, 'schema/type'],
    ]),
    ...brokenBy(
      'addresses of Vault in production',
      'vault.address',
      'https://vault.corp.net:8200',
      [
        ['http://vault.corp.net:8200', 'insecure-url-production'],
        ['https://vault-prod.example.com', 'sample-address'],
      ],
      PRODUCTION,
    ),
    ...brokenBy('ways into Vault are three', 'vault.authMethod', 'kubernetes', [
      ['kubernets', 'schema/enum'],
      ['userpass', 'schema/enum'],
      ['Kubernetes', 'schema/enum'],
    ]),
    ['Vault is always asked', 'vault.enabled', false, true, 'dead-value'],
    [
      'the Kubernetes way needs a role',
      'vault.role',
      '',
      'hotswap',
      'storage-mode-mismatch',
      { at: '/vault/authMethod' },
    ],
    [
      'the Kubernetes way needs an account of its own',
      'serviceAccount',
      { create: false, name: 'default' },
      { create: false, name: 'rollout' },
      'hotswap/vault-kubernetes-default-sa',
      { at: '/serviceAccount/create' },
    ],
    [
      'the Kubernetes way needs an account',
      'serviceAccount.create',
      false,
      true,
      'hotswap/vault-kubernetes-default-sa',
    ],
    ...brokenBy(
      'tokens of accounts are files',
      'vault.kubernetes.serviceAccountPath',
      '/var/run/secrets/tokens/vault',
      [['token', 'schema/pattern']],
    ),
    [
      'the Kubernetes way needs a token of the account',
      'vault.kubernetes.serviceAccountPath',
      '',
      undefined,
      'storage-mode-mismatch',
      { at: '/vault/authMethod' },
    ],
    [
      'the Kubernetes way in production',
      'vault.authMethod',
      'token',
      'kubernetes',
      'hotswap/vault-token-production',
      PRODUCTION,
    ],
    ...brokenBy('the token way needs a token', 'vault', { authMethod: 'kubernetes' }, [
      [{ authMethod: 'token' }, 'storage-mode-mismatch', '/authMethod'],
      [{ authMethod: 'token', token: 's.VAULT_TOKEN_HERE' }, 'placeholder-value', '/token'],
      [{ authMethod: 'token', token: 'dev-token-change-me' }, 'placeholder-value', '/token'],
      [{ authMethod: 'token', token: TOKEN }, 'secret-inline', '/token'],
      [{ authMethod: 'token', token: 123_456 }, 'non-string-secret', '/token'],
    ]),
    ['tokens are for the token way', 'vault.token', TOKEN, undefined, 'storage-mode-mismatch'],
    ...brokenBy('AppRole needs a role and a secret', 'vault', { authMethod: 'kubernetes' }, [
      [
        { authMethod: 'approle', appRole: { secretId: 'q7-dormouse-52X' } },
        'storage-mode-mismatch',
        '/authMethod',
      ],
      [{ authMethod: 'approle', appRole: { roleId: 'a1-b2' } }, 'storage-mode-mismatch', '/authMethod'],
      [
        { authMethod: 'approle', appRole: { roleId: 'role-id-here' } },
        'placeholder-value',
        '/appRole/roleId',
      ],
      [
        { authMethod: 'approle', appRole: { secretId: 'secret-id-here' } },
        'placeholder-value',
        '/appRole/secretId',
      ],
      [
        { authMethod: 'approle', appRole: { roleId: 'a1-b2', secretId: 42 } },
        'non-string-secret',
        '/appRole/secretId',
      ],
      [
        { authMethod: 'approle', appRole: { roleId: 'a1-b2', secretId: 'q7-dormouse-52X' } },
        'secret-inline',
        '/appRole/secretId',
      ],
    ]),
    [
      'the ids of AppRole are for AppRole',
      'vault.appRole',
      { roleId: 'a1-b2' },
      undefined,
      'storage-mode-mismatch',
    ],
    ...brokenBy('paths of secrets are not read', 'vault.secrets', undefined, [
      [{ jwtSigningKey: 'secret/corp/jwt' }, 'dead-value'],
    ]),
    ...brokenBy('notice is given before a rotation', 'secretRotation.notificationThresholdDays', 7, [
      [90, 'hotswap/rotation-threshold'],
      [-1, 'schema/minimum'],
      ['7d', 'schema/type'],
    ]),
    ...brokenBy('secrets are checked between rotations', 'secretRotation.checkIntervalMinutes', 30, [
      [200_000, 'hotswap/rotation-threshold'],
      [0, 'schema/minimum'],
      ['1h', 'schema/type'],
    ]),
    ...brokenBy('secrets are rotated every few days', 'secretRotation.defaultRotationIntervalDays', 30, [
      [5, 'hotswap/rotation-threshold'],
      [0, 'schema/minimum'],
    ]),
  ],
  BASE,
);

/** The database of the chart, which it does not have. */
export const builtIn = claimsOf('hotswap', [
  ['the chart has no database', 'postgresql.enabled', true, false, 'hotswap/builtin-postgres-missing'],
  ...brokenBy('the password of the database is in a Secret', 'postgresql.auth', { username: 'hotswap' }, [
    [{ password: 'your-secure-password' }, 'dead-value', '/password'],
    [{ password: 'hotswap' }, 'dead-value', '/password'],
    [{ database: 'hot swap' }, 'schema/pattern', '/database'],
    [{ username: 'hot;swap' }, 'schema/pattern', '/username'],
  ]),
  [
    'the database has a name',
    'postgresql.auth.database',
    '',
    'hotswap',
    'storage-mode-mismatch',
    { at: '/postgresql/enabled' },
  ],
  ...brokenBy('nothing reads the volume of the database', 'postgresql.primary', undefined, [
    [{ persistence: { enabled: false } }, 'dead-value'],
    [{ persistence: { size: '20' } }, 'schema/pattern', '/persistence/size'],
    [{ resources: { limits: { memory: '2Gi' } } }, 'dead-value'],
  ]),
]);
