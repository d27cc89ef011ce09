import { setImmediate } from 'node:timers/promises';
import { failureReason } from '../files/failure-reason.ts';
import { replaceFile } from '../files/replace-file.ts';
import { WriteRefused } from '../files/write-refused.ts';
import type { UnwrittenFile } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';

/** A file that fixing changes. */
export interface FixedFile {
  readonly source: Source;
  /** What it held when it was linted. */
  readonly before: string;
  readonly after: string;
}

/**
 * Writes fixed files, each whole or not at all. Tells which of them could not be written or are left alone: one that changed
 * since it was linted, a read-only one, a link that leads out of the project. None of them stands in the way of the others.
 */
export async function writeFixes(changes: readonly FixedFile[], cwd: string): Promise<UnwrittenFile[]> {
  const unwritten: UnwrittenFile[] = [];
  for (const { source, before, after } of changes) {
    if (source.kind !== 'file') continue;
    try {
      replaceFile(source.id, after, { cwd, expected: before });
    } catch (error) {
      const isFailure = !(error instanceof WriteRefused);
      unwritten.push({ source, reason: isFailure ? failureReason(error) : error.message, isFailure });
    }
    // A signal ends the run between two files.
    await setImmediate();
  }
  return unwritten;
}
