import { failureReason } from './failure-reason.ts';
import { type Replacement, replaceFile } from './replace-file.ts';
import { shownPath } from './shown-path.ts';
import { UsageError } from './usage-error.ts';
import { WriteRefused } from './write-refused.ts';

/** Writes the whole file or nothing, as `replaceFile` does. Throws a UsageError when that is not possible. */
export function writeFileAtomically(file: string, text: string, replacement: Replacement): void {
  try {
    replaceFile(file, text, replacement);
  } catch (error) {
    const reason = error instanceof WriteRefused ? error.message : failureReason(error);
    throw new UsageError(`"${shownPath(file, replacement.cwd)}" cannot be written: ${reason}`);
  }
}
