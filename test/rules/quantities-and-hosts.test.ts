import { describe, expect, it } from 'vitest';
import { HostCover, isSampleHost, unsignable } from '../../src/rules/host-names.ts';
import { localHost } from '../../src/rules/local-host.ts';
import { parseQuantity } from '../../src/rules/parse-quantity.ts';
import { suspectUnit } from '../../src/rules/suspect-unit.ts';

describe('parseQuantity', () => {
  it.each([
    ['500m', 0.5],
    ['1Gi', 2 ** 30],
    ['1.5G', 1.5e9],
    ['.5', 0.5],
    ['2', 2],
    [2, 2],
    ['1e3', 1000],
    ['1E', 1e18],
    ['12E2', 1200],
  ])('reads %s', (text, amount) => {
    expect(parseQuantity(text)?.amount).toBeCloseTo(amount, 9);
  });

  it.each(['', '1 Gi', '1GB', 'Gi', '1K', '0x10', true, null, undefined])('refuses %s', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('suspectUnit', () => {
  it.each([
    ['memory', 512],
    ['memory', '400m'],
    ['cpu', 500],
    ['cpu', '500Mi'],
    ['ephemeral-storage', '10'],
  ])('doubts %s %s', (name, value) => expect(suspectUnit(name, value)?.better).toMatch(/^\d+(?:m|Mi)$/));

  it.each([
    ['memory', 2 ** 20],
    ['memory', 0],
    ['cpu', '500m'],
    ['cpu', 256],
  ])('accepts %s %s', (name, value) => expect(suspectUnit(name, value)).toBeUndefined());
});

describe('names of hosts', () => {
  it('covers one label by a star', () => {
    expect([
      new HostCover(['*.corp.net'], []).isCovered('A.corp.net'),
      new HostCover([], ['A.corp.net']).isUsed('*.corp.net'),
    ]).toEqual([true, true]);
    expect([
      new HostCover(['*.corp.net'], []).isCovered('corp.net'),
      new HostCover([], ['corp.net']).isUsed('*.corp.net'),
    ]).toEqual([false, false]);
    expect([
      new HostCover(['*.corp.net'], []).isCovered('a.b.corp.net'),
      new HostCover([], ['a.b.corp.net']).isUsed('*.corp.net'),
    ]).toEqual([false, false]);
    expect([
      new HostCover(['a.corp.net'], []).isCovered('*.corp.net'),
      new HostCover([], ['*.corp.net']).isUsed('a.corp.net'),
    ]).toEqual([false, false]);
  });

  it('tells samples and names that no public authority signs', () => {
    expect(['shop.example.org', 'example.com', 'your-domain.com'].filter(isSampleHost)).toHaveLength(3);
    expect(['example.corp.net', 'myexample.com', 'companies.com'].filter(isSampleHost)).toEqual([]);
    expect(
      ['localhost', 'a.local', '10.0.0.1', '::1', 'intranet'].filter((name) => !unsignable(name)),
    ).toEqual([]);
    expect(unsignable('shop.corp.net')).toBeUndefined();
  });

  it.each([
    'vault',
    'vault.tools',
    'vault.tools.svc',
    'v.t.svc.cluster.local',
    'localhost',
    '127.0.0.1',
    '10.1.2.3',
  ])('takes %s for local', (name) => expect(localHost(name)).toBe(true));

  it.each(['vault.io', 'vault.corp.net', '8.8.8.8', 'login.corp.com'])('takes %s for remote', (name) => {
    expect(localHost(name)).toBe(false);
  });
});
