import type { FileSystem } from '../files/file-system.ts';
import { guardedFiles } from '../files/guarded-files.ts';
import { readablePaths } from './readable-paths.ts';

/**
 * The file system as a command sees it that is about a few charts, schemas or files: the project, and what the targets lie in.
 * `read` takes the files that are read.
 */
export function targetFiles(
  files: FileSystem,
  cwd: string,
  targets: readonly string[],
  read?: Set<string>,
): FileSystem {
  return guardedFiles(files, readablePaths(files, { cwd, inputs: targets }), read);
}
