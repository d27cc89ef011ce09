import type { Stats } from 'node:fs';

/** What tells one state of a file or folder from another. */
export type StatNumbers = Pick<Stats, 'mtimeMs' | 'ctimeMs' | 'size' | 'ino'>;

/** Numbers in a row. */
export const ROW = 4;

/**
 * Milliseconds within which a second change may leave a file with the same times: two seconds on FAT, less elsewhere. git
 * calls such files racily clean (https://git-scm.com/docs/racy-git).
 */
const CLOCK_RESOLUTION = 2000;

/**
 * Writes what `stat` says about a file or folder into row `row` of `rows`: times, size and number. All of them the same
 * means that nothing in it changed since `now` (milliseconds), when it was looked at. Of what changed just before that
 * the row equals none.
 */
export function writeRow(rows: Float64Array, row: number, stats: StatNumbers | undefined, now: number): void {
  const { mtimeMs, ctimeMs, size, ino } = stats ?? ABSENT;
  rows.set([mtimeMs, ctimeMs, size, ino], row * ROW);
  if (Math.max(mtimeMs, ctimeMs) + CLOCK_RESOLUTION > now) rows[row * ROW] = Number.NaN;
}

/** Whether the row still describes the file. */
export function equalsRow(rows: Float64Array, row: number, stats: StatNumbers | undefined): boolean {
  const at = row * ROW;
  const { mtimeMs, ctimeMs, size, ino } = stats ?? ABSENT;
  return rows[at] === mtimeMs && rows[at + 1] === ctimeMs && rows[at + 2] === size && rows[at + 3] === ino;
}

const ABSENT = { mtimeMs: -1, ctimeMs: -1, size: -1, ino: -1 };
