import { pathPattern } from '../../files/match-path.ts';
import { path } from '../../files/path.ts';
import type { Repository } from '../repository.ts';

/** The files that a path or glob (absolute, Go's `filepath.Glob`) stands for, in order. A path that is there counts as it is. */
export function filesMatching(wanted: string, repository: Repository): string[] {
  if (repository.kind(wanted) === 'file') return [wanted];
  if (!/[*?[]/.test(wanted)) return [];
  const segments = wanted.split(/[\\/]/);
  const first = segments.findIndex((segment) => /[*?[]/.test(segment));
  let found = [segments.slice(0, first).join('/') || '/'];
  for (const segment of segments.slice(first)) {
    const pattern = pathPattern(segment);
    if (pattern === undefined) return [];
    found = found.flatMap((folder) =>
      repository
        .list(folder)
        .filter((name) => pattern.test(name))
        .map((name) => path.join(folder, name)),
    );
  }
  return found.filter((file) => repository.kind(file) === 'file').sort();
}
