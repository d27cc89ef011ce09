import type { FileSystem } from '../files/file-system.ts';
import type { Finding } from '../model/finding.ts';
import type { ReadFailure } from '../model/read-failure.ts';
import { unreadableFile } from '../model/unreadable-file.ts';

/**
 * What could not be read while the releases were looked for, and nothing was said of yet. Of a folder, or a file that is too large,
 * nobody knows that anything of a release is in it: that is a warning.
 */
export function unreadFindings(
  unread: ReadonlyMap<string, ReadFailure>,
  said: ReadonlySet<string>,
  files: FileSystem,
): Finding[] {
  return [...unread.values()]
    .filter(({ file }) => !said.has(file))
    .map((failure): Finding => {
      const isGuess = failure.code === 'ERR_FS_FILE_TOO_LARGE' || files.kind(failure.file) === 'folder';
      return {
        ...unreadableFile(failure, 'Values, charts and manifests in it are not checked.'),
        severity: isGuess ? 'warning' : 'error',
        help: 'Let it be read, or list it under "ignore" in the configuration.',
      };
    });
}
