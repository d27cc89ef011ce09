import { path } from '../files/path.ts';
import { isPacked } from '../model/is-packed.ts';
import { isCompatibleRange } from '../versions/version-range.ts';
import type { ChartReference } from './chart-reference.ts';
import type { Repository } from './repository.ts';

/** The charts of this repository that a reference may mean, absolute: the path that it names, else charts of its name and version. */
export function localCharts(reference: ChartReference, repository: Repository): string[] {
  const { path: named, name, version } = reference;
  if (named !== undefined) {
    const isChart = isPacked(named)
      ? repository.kind(named) === 'file'
      : repository.kind(path.join(named, 'Chart.yaml')) === 'file';
    return isChart ? [named] : [];
  }
  // A git repository that is not this one.
  if (reference.isElsewhere === true) return [];
  return repository
    .charts(name)
    .filter((one) => version === undefined || fits(one.version, version))
    .map(({ folder }) => folder);
}

function fits(version: string, wanted: string): boolean {
  return version === wanted || version === `v${wanted}` || isCompatibleRange(wanted, version);
}
