import { describe, expect, it } from 'vitest';
import { encryptedType, encryptedValues } from '../../src/load/encrypted-values.ts';

const enc = (type: string): string => `ENC[AES256_GCM,data:eA==,iv:aXY=,tag:dGFn,type:${type}]`;

describe('values that SOPS has encrypted', () => {
  it('are of the type that it has put behind them', () => {
    expect(['int', 'str', 'comment', ''].map((type) => encryptedType(enc(type)))).toEqual([
      'int',
      'str',
      undefined,
      undefined,
    ]);
    expect(encryptedType('ENC[by something else]')).toBeUndefined();
  });

  it('stand for something of their type, in maps and lists', () => {
    const read = encryptedValues({ a: enc('int'), b: { c: [enc('bool'), 'x'] }, d: enc('str') });
    expect(read?.data).toEqual({ a: 1, b: { c: [true, 'x'] }, d: enc('str') });
    expect([...(read?.encryption.types ?? [])]).toEqual([
      ['/a', 'int'],
      ['/b/c/0', 'bool'],
      ['/d', 'str'],
    ]);
    expect(read?.encryption.isSealed).toBe(false);
  });

  it('lose the key that holds the metadata, which seals the file', () => {
    const sops = { mac: enc('str'), lastmodified: 'x' };
    expect(encryptedValues({ a: 'x', sops })).toEqual({
      data: { a: 'x' },
      encryption: { types: new Map(), isSealed: true },
    });
    expect(encryptedValues({ a: { sops: { lastmodified: 'x' } } })).toBeUndefined();
    expect(encryptedValues({ sops: { enabled: true } })).toBeUndefined();
  });
});
