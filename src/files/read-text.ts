import { failureReason, TOO_LARGE } from './failure-reason.ts';
import type { FileSystem } from './file-system.ts';
import { isTooLarge } from './read-refusal.ts';

/** The text of a file, or why it cannot be read, in one sentence. The loader reports what is no UTF-8. */
export function readText(
  files: FileSystem,
  file: string,
  shown: string,
): { text: string } | { problem: string } {
  if (isTooLarge(files, file)) return { problem: `"${shown}" cannot be read: ${TOO_LARGE}` };
  try {
    return { text: files.readText(file) };
  } catch (error) {
    return { problem: `"${shown}" cannot be read: ${failureReason(error)}` };
  }
}
