import { describe, expect, it } from 'vitest';
import type { PlacedAnnotation } from '../../src/model/annotation.ts';
import type { ChartProfile } from '../../src/model/chart-profile.ts';
import { formatPath } from '../../src/model/format-path.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import type { SecretRole } from '../../src/model/pod-roles.ts';
import { recognize } from '../../src/recognize/recognize.ts';

const secretsIn = (
  data: JsonObject,
  annotations: readonly PlacedAnnotation[] = [],
): readonly SecretRole[] => {
  const chart: ChartProfile = { name: 'shop', title: 'Shop', defaults: {}, annotations };
  return recognize(data, chart, { cluster: {} }).secrets;
};

describe('secrets by name', () => {
  it.each([
    ['password', 'k7-Wq2z'],
    ['adminPassword', 'dev-password'],
    ['API_TOKEN', '9f2c7e1a'],
    ['clientSecret', '91c0ffee'],
    ['encryptionKey', 'f0e1d2c3'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI'],
    ['anything', `ghp_${'a1'.repeat(18)}`],
    ['url', 'redis://:hunter2@cache:6379'],
    ['connection', 'Server=db;Password=hunter2;'],
  ])('finds %s: %s', (key, value) => {
    expect(secretsIn({ [key]: value }).map(({ path, kind }) => [formatPath(path), kind])).toEqual([
      [key, 'literal'],
    ]);
  });

  it.each([
    ['password', ''],
    ['existingSecret', 'shop-db'],
    ['passwordSecretName', 'shop-db'],
    ['adminPasswordKey', 'password'],
    ['accessTokenTtl', '15m'],
    ['accessToken', '15m'],
    ['token', 'optional'],
    ['token', 'GITHUB_TOKEN'],
    ['tlsSecret', 'shop-tls'],
    ['secret', 'shop'],
    ['clientSecret', 'oauth-client-secret'],
    ['credentials', 'aws'],
    ['accessKey', 'AKIA'],
    ['url', 'redis://cache:6379'],
    ['note', 'https://example.org/a:b@c'],
  ])('is silent about %s: %s', (key, value) => {
    expect(secretsIn({ [key]: value })).toEqual([]);
  });

  it.each([
    'vault:secret/data/shop#password',
    'secret/data/shop#password',
    'ref+vault://secret/shop#/password',
    '<path:secret/data/shop#password>',
    'op://shop/db/password',
    'arn:aws:secretsmanager:eu-north-1:1:secret:shop',
    'ENC[AES256_GCM,data:9mKk,iv:aa,tag:bb,type:str]',
    '{{ .Values.global.password }}',
    '$DB_PASSWORD',
    '$(DB_PASSWORD)',
    '/run/secrets/password',
  ])('takes %s as a reference', (password) => {
    expect(secretsIn({ db: { password } }).every(({ kind }) => kind === 'reference')).toBe(true);
  });

  it('reads environment variables by their name', () => {
    const env = [
      { name: 'SMTP_PASSWORD', value: 'k7-Wq2z' },
      { name: 'LOG_LEVEL', value: 'debug' },
    ];
    expect(secretsIn({ env }).map(({ path }) => formatPath(path))).toEqual(['env[0].value']);
  });

  it('leaves alone what names keys of a Secret', () => {
    expect(secretsIn({ auth: { secretKeys: { adminPassword: 'postgres-password' } } })).toEqual([]);
    expect(secretsIn({ data: [{ secretKey: 'client_id', remoteRef: { key: 'shop' } }] })).toEqual([]);
  });
});

describe('secrets by annotation', () => {
  const at = (path: string, annotation: PlacedAnnotation['annotation']): PlacedAnnotation => ({
    pattern: path.split('.'),
    annotation,
  });

  it('believes the annotation in both directions', () => {
    const annotations = [at('vault.path', { secret: true }), at('vault.token', { secret: false })];
    const found = secretsIn({ vault: { path: 'k7-Wq2z', token: '9f2c7e1ab84d' } }, annotations);
    expect(found.map(({ path }) => formatPath(path))).toEqual(['vault.path']);
  });

  it('finds the Secret that takes its place by pointer, by convention, or not at all', () => {
    const data = { auth: { existingSecret: 'shop-db', password: 'k7-Wq2z' }, key: 'k7-Wq2z' };
    const places = (annotations: readonly PlacedAnnotation[]): unknown[] =>
      secretsIn(data, annotations).map(({ path, existingSecret }) => [
        formatPath(path),
        existingSecret?.isSet,
        existingSecret?.replaces,
      ]);
    expect(places([])).toEqual([['auth.password', true, true]]);
    expect(places([at('auth.password', { secret: true, existingSecret: false })])).toEqual([
      ['auth.password', true, false],
    ]);
    expect(places([at('key', { secret: true, existingSecret: '/auth/existingSecret' })])[0]).toEqual([
      'key',
      true,
      true,
    ]);
  });

  it('knows what the release does not read', () => {
    const data = { redis: { enabled: false, password: 'k7-Wq2z' }, db: { password: 'k7-Wq2z' } };
    const dead = at('db.password', { secret: true, dead: 'nothing reads it' });
    expect(secretsIn(data, [dead]).map(({ active }) => active)).toEqual([false, false]);
  });
});
