import type { FileSystem } from './file-system.ts';
import { path } from './path.ts';

/** The root of the git repository that holds the folder, undefined outside of one. Asks no program. */
export function repositoryRoot(files: Pick<FileSystem, 'exists'>, folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (files.exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
