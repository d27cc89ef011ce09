import { brokenBy } from '../broken-by.ts';
import { claimsOf } from '../claim.ts';
import { BASE, OUTSIDE } from './base.ts';

const KEY = 'q7-dormouse-52Xplk-wharf-Gneiss-';
const EXISTING = { existingSecret: 'atl-secrets' };

/** What the README says of the credentials. */
export const secrets = claimsOf(
  'atlasia',
  [
    ...brokenBy('credentials are yours, strong and not in files', 'secrets', EXISTING, [
      [{}, 'atlasia/required-secrets', '/orchestratorToken'],
      [{ orchestratorToken: '' }, 'atlasia/required-secrets', '/orchestratorToken'],
      [{ orchestratorToken: 'your-secure-token' }, 'placeholder-value', '/orchestratorToken'],
      [{ dbPassword: 'your-db-password' }, 'placeholder-value', '/dbPassword'],
      [{ jwtSecret: 'your-jwt-secret-min-256-bits' }, 'placeholder-value', '/jwtSecret'],
      [{ encryptionKey: 'your-encryption-key-32-bytes' }, 'placeholder-value', '/encryptionKey'],
      [{ llmApiKey: 'your-openai-api-key' }, 'placeholder-value', '/llmApiKey'],
      [{ vaultToken: 'your-vault-token' }, 'placeholder-value', '/vaultToken'],
      [{ dbPassword: 'password' }, 'secret-default-credential', '/dbPassword'],
      [{ dbPassword: 'abc' }, 'secret-weak', '/dbPassword'],
      [{ llmApiKey: 'sk-proj-q7dormouse52Xplk' }, 'secret-inline', '/llmApiKey'],
      [{ jwtSecret: 'q7-dormouse-52X' }, 'atlasia/secret-length', '/jwtSecret'],
      [{ encryptionKey: 'q7-dormouse-52X' }, 'atlasia/secret-length', '/encryptionKey'],
      [{ encryptionKey: `${KEY}longer` }, 'atlasia/secret-length', '/encryptionKey'],
      [{ orchestratorToken: 12_345 }, 'non-string-secret', '/orchestratorToken'],
      [{ ...EXISTING, llmApiKey: 'sk-proj-q7dormouse52Xplk' }, 'secret-conflict', '/llmApiKey'],
      [{ existingSecret: 'Atl Secrets' }, 'dns-name-invalid', '/existingSecret'],
      [{ ...EXISTING, apiKey: 'a' }, 'schema/unknown-key', '/apiKey'],
      [{ oauth2: null }, 'null-removes-default', '/oauth2'],
      [{ mail: null }, 'null-removes-default', '/mail'],
    ]),
    [
      'the Secret has all keys',
      'secrets.existingSecret',
      'atl-secrets',
      undefined,
      'atlasia/existing-secret-keys',
      { base: { ...OUTSIDE, provided: BASE.provided } },
    ],
  ],
  OUTSIDE,
);

const rows = claimsOf('atlasia', [
  [
    'the password of the database is needed beside an existing Secret',
    'secrets',
    { existingSecret: 'atl' },
    { existingSecret: 'atl', dbPassword: 'q7-dormouse-52X' },
    'atlasia/dbpassword-with-existing-secret',
    { at: '/secrets/existingSecret' },
  ],
  [
    'placeholders in flags',
    'secrets.orchestratorToken',
    'your-token',
    undefined,
    'placeholder-value',
    { flags: true },
  ],
  [
    'placeholders in flags',
    'secrets.dbPassword',
    'your-password',
    undefined,
    'placeholder-value',
    { flags: true },
  ],
  [
    'placeholders in flags',
    'secrets.jwtSecret',
    'your-jwt-secret',
    undefined,
    'placeholder-value',
    { flags: true },
  ],
  [
    'placeholders in flags',
    'secrets.encryptionKey',
    'your-encryption-key',
    undefined,
    'placeholder-value',
    { flags: true },
  ],
  [
    'placeholders in flags',
    'secrets.llmApiKey',
    'your-openai-key',
    undefined,
    'placeholder-value',
    { flags: true },
  ],
  [
    'weak values in flags',
    'secrets.dbPassword',
    'password',
    undefined,
    'secret-default-credential',
    { flags: true },
  ],
]);

const logins = claimsOf(
  'atlasia',
  [
    ['logins have an id and a secret', 'secrets.oauth2.github.clientId', 'Iv1.a1', '', 'atlasia/oauth-pair'],
    ['logins have an id and a secret', 'secrets.mail.username', 'atl', '', 'atlasia/oauth-pair'],
    [
      'Vault needs a token',
      'vault.enabled',
      true,
      false,
      'atlasia/vault-token',
      { base: { ...BASE, provided: BASE.provided.filter((path) => path !== 'secrets.vaultToken') } },
    ],
    [
      'the other model needs a key',
      'config.llm.fallbackEndpoint',
      'https://llm.corp.net/v1',
      '',
      'atlasia/llm-fallback',
    ],
  ],
  BASE,
);

/** What the README says of credentials in flags, and of those that belong together. */
export const credentials = [...rows, ...logins];
