import { replaceFile } from './replace-file.ts';
import { UsageError } from './usage-error.ts';

/** Writes the whole file or nothing, as `replaceFile` does. Throws a UsageError when that is not possible. */
export function writeFileAtomically(file: string, text: string): void {
  try {
    replaceFile(file, text);
  } catch (error) {
    throw new UsageError(
      `"${file}" cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
