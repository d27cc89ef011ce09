import { describe, expect, it } from 'vitest';
import { equalsRow, ROW, writeRow } from '../../src/files/stat-row.ts';

const STATS = { mtimeMs: 1_000, ctimeMs: 2_000, size: 3, ino: 4 };
const LATER = 1_000_000;

describe('a row of what stat says', () => {
  it('describes the file until something of it differs', () => {
    const rows = new Float64Array(2 * ROW);
    writeRow(rows, 1, STATS, LATER);
    expect(equalsRow(rows, 1, { ...STATS })).toBe(true);
    for (const key of ['mtimeMs', 'ctimeMs', 'size', 'ino'] as const) {
      expect(equalsRow(rows, 1, { ...STATS, [key]: STATS[key] + 1 }), key).toBe(false);
    }
    expect(equalsRow(rows, 1, undefined)).toBe(false);
  });

  it('tells that there is nothing', () => {
    const rows = new Float64Array(ROW);
    writeRow(rows, 0, undefined, LATER);
    expect(equalsRow(rows, 0, undefined)).toBe(true);
    expect(equalsRow(rows, 0, STATS)).toBe(false);
  });

  it.each([
    ['changed just now', { ...STATS, mtimeMs: LATER - 1_999 }],
    ['got a new name or mode just now', { ...STATS, ctimeMs: LATER - 1_999 }],
    ['changes in the future', { ...STATS, mtimeMs: LATER + 60_000 }],
  ])('describes no file that %s: it may change again and look the same', (_, stats) => {
    const rows = new Float64Array(ROW);
    writeRow(rows, 0, stats, LATER);
    expect(equalsRow(rows, 0, stats)).toBe(false);
  });
});
