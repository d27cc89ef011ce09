import { path as paths } from '../files/path.ts';
import { expandBraces } from '../model/expand-braces.ts';
import { LIMITS } from '../model/limits.ts';
import { segmentMatcher } from '../model/segment-pattern.ts';
import type { Repository } from './repository.ts';

/**
 * The files that a glob matches from a folder, absolute and in lexical order; `**` stands for any number of folders. Braces that
 * stand for more globs than LIMITS.globChoices match nothing.
 */
export function filesMatching(folder: string, glob: string, repository: Repository): string[] {
  const segments = paths.join(folder, glob).split(paths.sep);
  const fixed = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const start = segments.slice(0, fixed).join(paths.sep);
  const globs = expandBraces(segments.slice(fixed).join('/')) ?? [];
  const matchers = globs.map((one) => segmentMatcher(one.split('/')));
  const found: string[] = [];
  const enter = (at: string, below: readonly string[]): void => {
    if (below.length > LIMITS.folderDepth) return;
    for (const name of repository.list(at)) {
      const file = paths.join(at, name);
      const inner = [...below, name];
      const kind = repository.kind(file);
      if (kind === 'folder') {
        if (name !== '.git' && name !== 'node_modules') enter(file, inner);
      } else if (kind === 'file' && matchers.some((matches) => matches(inner, false))) found.push(file);
    }
  };
  enter(start, []);
  return found.sort();
}
