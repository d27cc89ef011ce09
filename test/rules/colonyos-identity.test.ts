import { createECDH, createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rule } from '../../src/rules/colonyos/key-pair-mismatch.ts';
import { colonyosIdentity } from '../../src/rules/colonyos-identity.ts';
import { lintExample } from '../../src/testing/lint-example.ts';

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const hex = (key: bigint): string => key.toString(16).padStart(64, '0');

/** The same by OpenSSL. */
function identityByOpenssl(key: string): string {
  const curve = createECDH('secp256k1');
  curve.setPrivateKey(key, 'hex');
  return createHash('sha3-256').update(curve.getPublicKey('hex', 'uncompressed')).digest('hex');
}

describe('the identity of a ColonyOS key', () => {
  it('is the published one', () => {
    expect(colonyosIdentity('6d2fb6f546bacfd98c68769e61e0b44a697a30596c018a50e28200aa59b01c0a')).toBe(
      '4fef2b5a82d134d058c1883c72d6d9caf77cd59ca82d73105017590dea3dcb87',
    );
  });

  it.each([1n, 2n, ORDER - 2n, ORDER - 1n])('agrees with OpenSSL about the key %s', (key) => {
    expect(colonyosIdentity(hex(key))).toBe(identityByOpenssl(hex(key)));
  });

  it('agrees with OpenSSL about every other key', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: ORDER - 1n }), (key) => {
        expect(colonyosIdentity(hex(key))).toBe(identityByOpenssl(hex(key)));
      }),
      { numRuns: 30 },
    );
  });

  it.each([0n, ORDER, ORDER + 1n, 2n ** 256n - 1n])('does not exist for %s', (key) => {
    expect(colonyosIdentity(hex(key))).toBeUndefined();
  });
});

describe('colonyos/key-pair-mismatch', () => {
  it.each(rule.examples.bad)('does not tell the private key of $values', async (example) => {
    const key = /serverPrivateKey: "?([0-9a-f]{64})/.exec(example.values)?.[1] ?? '';
    expect(key).toHaveLength(64);
    expect(JSON.stringify(await lintExample(example, [rule]))).not.toContain(key);
  });
});
