import type { Chart, ChartDependency } from '../model/chart.ts';

/** A chart below another under the name that its values have there. */
export interface Subchart {
  /** The alias, if Chart.yaml gives one. */
  readonly name: string;
  readonly chart: Chart;
  /** The entry in Chart.yaml; Helm also takes charts that only lie in `charts/`. */
  readonly dependency: ChartDependency | undefined;
}

/** The charts below, once per entry in Chart.yaml. */
export function subchartsOf({ metadata, dependencies }: Chart): Subchart[] {
  return dependencies.flatMap((chart): Subchart[] => {
    const entries = metadata.dependencies?.filter(({ name }) => name === chart.metadata.name) ?? [];
    if (entries.length === 0) return [{ name: chart.metadata.name, chart, dependency: undefined }];
    return entries.map((dependency) => ({ name: dependency.alias ?? dependency.name, chart, dependency }));
  });
}
