import type { Chart, ChartDependency } from '../model/chart.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The aliases that the chart at a scope of the release's values gives to its dependencies of that name. */
export function aliasesOf(root: Chart, scope: ValuesPath, name: string): readonly string[] {
  let chart: Chart | undefined = root;
  for (const segment of scope) {
    const declared: ChartDependency | undefined = chart.metadata.dependencies?.find(
      (dependency) => (dependency.alias ?? dependency.name) === segment,
    );
    chart = chart.dependencies.find(({ metadata }) => metadata.name === (declared?.name ?? segment));
    if (chart === undefined) return [];
  }
  return (chart.metadata.dependencies ?? []).flatMap((dependency) =>
    dependency.name === name && dependency.alias !== undefined ? [dependency.alias] : [],
  );
}
