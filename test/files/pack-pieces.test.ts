import { describe, expect, it } from 'vitest';
import { packPieces, unpackPieces } from '../../src/files/pack-pieces.ts';

const CODE = new Map([
  ['main.cjs', Buffer.from('12345678')],
  ['rules-ABC.cjs', Buffer.from('abcdefghijklmnop')],
]);

describe('packPieces', () => {
  it('is undone by unpackPieces', () => {
    expect(unpackPieces(packPieces(CODE))).toEqual(CODE);
  });

  it('starts each piece at a word of V8', () => {
    const pack = packPieces(CODE);
    for (const piece of CODE.values()) expect(pack.indexOf(piece) % 8).toBe(0);
  });
});

describe('unpackPieces', () => {
  it('refuses a pack that is cut short', () => {
    const pack = packPieces(CODE);
    for (let length = 0; length < pack.length; length++) {
      expect(() => unpackPieces(pack.subarray(0, length)), `${length} bytes`).toThrow();
    }
  });
});
