import { describe, expect, it } from 'vitest';
import { packCode, unpackCode } from '../../src/files/pack-code.ts';

const CODE = new Map([
  ['main.cjs', Buffer.from('12345678')],
  ['rules-ABC.cjs', Buffer.from('abcdefghijklmnop')],
]);

describe('packCode', () => {
  it('is undone by unpackCode', () => {
    expect(unpackCode(packCode(CODE))).toEqual(CODE);
  });

  it('starts each piece at a word of V8', () => {
    const pack = packCode(CODE);
    for (const piece of CODE.values()) expect(pack.indexOf(piece) % 8).toBe(0);
  });
});

describe('unpackCode', () => {
  it('refuses a pack in which any one byte changed', () => {
    const pack = packCode(CODE);
    for (let i = 0; i < pack.length; i++) {
      const damaged = Buffer.from(pack);
      damaged[i] = damaged[i]! ^ 1;
      expect(() => unpackCode(damaged), `byte ${i}`).toThrow();
    }
  });

  it('refuses a pack that is cut short', () => {
    const pack = packCode(CODE);
    for (let length = 0; length < pack.length; length++) {
      expect(() => unpackCode(pack.subarray(0, length)), `${length} bytes`).toThrow();
    }
  });
});
