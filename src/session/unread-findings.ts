import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import type { Finding } from '../model/finding.ts';
import type { ReadFailure } from '../model/read-failure.ts';
import { unreadableFile } from '../model/unreadable-file.ts';
import type { PreparedRun } from '../project/apply-config.ts';

/**
 * What could not be read while the releases were looked for, and nothing was said of yet. Of a folder, or a file that is too large,
 * nobody knows that anything of a release is in it: that is a warning.
 */
export function unreadFindings(
  unread: ReadonlyMap<string, ReadFailure>,
  said: ReadonlySet<string>,
  { files, options: { cwd, settings } }: Pick<PreparedRun, 'files' | 'options'>,
): Finding[] {
  const isFolder = (file: string): boolean => files.kind(file) === 'folder';
  // `private/**` is about what is in a folder.
  const isIgnored = (file: string): boolean =>
    settings?.isIgnored(shownPath(isFolder(file) ? path.join(file, 'values.yaml') : file, cwd)) === true;
  return [...unread.values()]
    .filter(({ file }) => !said.has(file) && !isIgnored(file))
    .map((failure): Finding => {
      const isGuess = failure.code === 'ERR_FS_FILE_TOO_LARGE' || isFolder(failure.file);
      return {
        ...unreadableFile(failure, 'Values, charts and manifests in it are not checked.'),
        severity: isGuess ? 'warning' : 'error',
        help: 'Let it be read, or list it under "ignore" in the configuration.',
      };
    });
}
