import type { FileSystem } from './file-system.ts';
import { isTooLarge } from './read-refusal.ts';

/** The text of a file, or why it cannot be read, in one sentence. Invalid UTF-8 becomes U+FFFD; the loader reports it. */
export function readText(
  files: FileSystem,
  file: string,
  shown: string,
): { text: string } | { problem: string } {
  if (isTooLarge(files, file)) return { problem: `"${shown}" cannot be read: it is too large` };
  try {
    return { text: files.readText(file) };
  } catch (error) {
    return { problem: `"${shown}" cannot be read: ${reason(error)}` };
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'it does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'it is a directory';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'it is too large';
    default:
      return code === '' ? 'unknown reason' : code;
  }
}
