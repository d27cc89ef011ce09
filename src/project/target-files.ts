import type { FileSystem } from '../files/file-system.ts';
import { guardedFiles } from '../files/guarded-files.ts';
import { readablePaths } from './readable-paths.ts';

/** The file system as a command sees it that is about one chart or schema: the project, and what the target lies in. */
export function targetFiles(files: FileSystem, cwd: string, target: string): FileSystem {
  return guardedFiles(files, readablePaths(files, { cwd, inputs: [target] }));
}
