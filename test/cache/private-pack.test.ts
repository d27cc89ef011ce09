import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPack, writePack } from '../../src/cache/private-pack.ts';

const name = (letter: string): string => `${letter.repeat(24)}.bin`;
const KEY = Buffer.alloc(32);
const PIECES = new Map([['a', Buffer.from('text')]]);

describe('writePack', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chartlint-pack-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps the files that were used last, and what is not its own', () => {
    writeFileSync(path.join(folder, 'mine.yaml'), '');
    for (const [i, letter] of ['a', 'b', 'c'].entries()) {
      writePack(path.join(folder, name(letter)), PIECES, 3, KEY);
      utimesSync(path.join(folder, name(letter)), i + 1_000_000, Date.now() / 1000 - 100 + i);
    }
    expect(readPack(path.join(folder, name('a')), KEY)).toEqual(PIECES);
    writePack(path.join(folder, name('d')), PIECES, 3, KEY);
    expect(readdirSync(folder).sort()).toEqual([name('a'), name('c'), name('d'), 'mine.yaml']);
  });
});
