import type { Row } from '../claim.ts';

const PULL = {
  beside: { 'global.registry.requirePullSecret': true, 'global.registry.username': 'acme' },
  provided: ['global.registry.password'],
};
const SYMBOLS = {
  beside: { 'globalSymbolization.enabled': true, 'globalSymbolization.config.bucketName': 'acme-symbols' },
};

/** Global Configuration and Global Symbolization. */
export const global: readonly Row[] = [
  ['names have the grammar of names', 'global.namePrefix', 'Zym_Trace', 'zym', 'schema/pattern'],
  ['names fit into 63 letters', 'global.namePrefix', 'z'.repeat(64), 'z'.repeat(20), 'schema/max-length'],
  ['registries have no scheme', 'global.imageRegistry', 'https://docker.io', 'docker.io', 'schema/pattern'],
  [
    'registries end without a slash',
    'global.appImageRegistry',
    'ghcr.io/acme/',
    'ghcr.io/acme',
    'schema/pattern',
  ],
  ['pull policies are three', 'global.imagePullPolicy', 'always', 'Always', 'schema/enum'],
  [
    'pull secrets are switched by a boolean',
    'global.registry.requirePullSecret',
    'false',
    false,
    'quoted-boolean',
  ],
  ['pull secrets need a user', 'global.registry.username', '', 'acme', 'schema/min-length', PULL],
  [
    'pull secrets need a password',
    'global.registry.password',
    '',
    'q7-dormouse-52X-lantern',
    'schema/min-length',
    { beside: PULL.beside, rules: { 'secret-inline': 'off' } },
  ],
  ['the user is for pull secrets', 'global.registry.username', 'acme', undefined, 'inactive-section'],
  ['licences are texts', 'global.licenseKey', 20260819, undefined, 'non-string-secret'],
  ['the switch of checks does nothing', 'global.skipCapabilityCheck', true, undefined, 'dead-value'],
  ['retention is days', 'global.dataRetentionDays', '30d', 30, 'schema/type'],
  ['retention is not negative', 'global.dataRetentionDays', -1, 0, 'schema/minimum'],
  ['0 keeps for ever', 'global.dataRetentionDays', 0, 30, 'zymtrace/retention-zero'],
  ['licences are not for files', 'global.licenseKey', 'zt-4f2a91c7d6e8b350', undefined, 'secret-inline'],
  [
    "the licence of the examples is nobody's",
    'global.licenseKey',
    'your-license-key',
    undefined,
    'placeholder-value',
  ],
  [
    'symbols have a bucket',
    'globalSymbolization.config.bucketName',
    '',
    'acme-symbols',
    'schema/min-length',
    SYMBOLS,
  ],
  [
    'buckets have a grammar',
    'globalSymbolization.config.bucketName',
    'Acme Symbols',
    'acme-symbols',
    'schema/pattern',
    SYMBOLS,
  ],
  [
    'endpoints are URLs',
    'globalSymbolization.config.endpoint',
    's3.corp.net',
    'https://s3.corp.net',
    'schema/pattern',
    SYMBOLS,
  ],
  [
    'keys come in pairs',
    'globalSymbolization.config.accessKey',
    'AKIAQ7DORMOUSE52XPLK',
    undefined,
    'zymtrace/s3-partial-credentials',
    SYMBOLS,
  ],
  [
    'the bucket is for when it is on',
    'globalSymbolization.config.bucketName',
    'acme-symbols',
    undefined,
    'inactive-section',
  ],
];
