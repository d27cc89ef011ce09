import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import type { RepositoryScope } from '../gitops/open-repository.ts';
import type { LintOptions } from './lint-options.ts';

/** Where what manifests name is looked for: below the working directory, and up to the root of its git repository. */
export function manifestScope(files: FileSystem, { cwd }: Pick<LintOptions, 'cwd'>): RepositoryScope {
  const root = repositoryRoot(files, cwd) ?? cwd;
  const roots: string[] = [];
  for (let at = cwd; ; at = path.dirname(at)) {
    roots.push(at);
    if (at === root || path.dirname(at) === at) break;
  }
  return { folder: cwd, roots };
}
