import { failureReason, TOO_LARGE } from './failure-reason.ts';
import type { FileSystem } from './file-system.ts';
import { isTooLarge } from './read-refusal.ts';

/** Why a file cannot be read: a sentence, and the clause about the file at its end. */
export interface ReadProblem {
  readonly problem: string;
  readonly reason: string;
}

/** The text of a file, or why it cannot be read, in one sentence. The loader reports what is no UTF-8. */
export function readText(files: FileSystem, file: string, shown: string): { text: string } | ReadProblem {
  const because = (reason: string): ReadProblem => ({
    problem: `"${shown}" cannot be read: ${reason}`,
    reason,
  });
  if (isTooLarge(files, file)) return because(TOO_LARGE);
  try {
    return { text: files.readText(file) };
  } catch (error) {
    return because(failureReason(error));
  }
}
