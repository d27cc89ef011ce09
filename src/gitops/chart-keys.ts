import { path } from '../files/path.ts';
import { isPacked } from '../model/is-packed.ts';
import type { ChartReference } from './chart-reference.ts';
import { localCharts } from './local-charts.ts';
import type { Repository } from './repository.ts';

/** The keys at the top of the values.yaml of a chart that is here as a folder. */
export function chartKeys(
  reference: ChartReference | undefined,
  repository: Repository,
): ReadonlySet<string> {
  const [folder] = reference === undefined ? [] : localCharts(reference, repository);
  if (folder === undefined || isPacked(folder)) return new Set();
  const file = path.join(folder, 'values.yaml');
  const read = repository.kind(file) === 'file' ? repository.values(file) : undefined;
  return new Set(Object.keys(read?.document?.data ?? {}));
}
