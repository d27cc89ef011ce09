import type { ChartMetadata } from '../model/chart.ts';
import type { DependencySwitch } from '../model/chart-profile.ts';
import { conditionPaths } from '../model/condition-paths.ts';

/** The conditions of the chart's own dependencies. */
export function dependencySwitches({ dependencies = [] }: ChartMetadata): readonly DependencySwitch[] {
  return dependencies.flatMap(({ name, alias, condition }) => {
    const conditions = conditionPaths(condition).map((path) => path.split('.'));
    return conditions.length === 0 ? [] : [{ section: [alias ?? name], conditions }];
  });
}
