import { path } from '../files/path.ts';
import type { ChartReference } from './chart-reference.ts';
import type { Repository } from './repository.ts';

/** The chart at a path from the root of a git repository: of this one, when there is something at the path. */
export function inRepository(
  chart: string,
  { roots, kind }: Repository,
): Pick<ChartReference, 'name' | 'path' | 'isElsewhere'> {
  const found = roots.map((root) => path.join(root, chart)).find((folder) => kind(folder) !== 'none');
  return { name: path.basename(chart), ...(found === undefined ? { isElsewhere: true } : { path: found }) };
}
