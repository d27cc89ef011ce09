import type { Placed } from '../../model/placed.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { HelmChartNames } from './helm-chart-fields.ts';

/** An entry that has Kustomize inflate a chart. */
export interface HelmChartEntry {
  readonly document: Placed;
  readonly at: ValuesPath;
  readonly names: HelmChartNames;
  /** Where the folder of charts is named. */
  readonly chartHome: ValuesPath;
}
