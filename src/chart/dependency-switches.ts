import type { ChartMetadata } from '../model/chart.ts';
import type { DependencySwitch } from '../model/chart-profile.ts';

/** The conditions of the chart's own dependencies (`processDependencyConditions` in `pkg/chart/v2/util/dependencies.go`). */
export function dependencySwitches({ dependencies = [] }: ChartMetadata): readonly DependencySwitch[] {
  return dependencies.flatMap(({ name, alias, condition = '' }) => {
    const paths = condition
      .trim()
      .split(',')
      .filter((path) => path !== '');
    return paths.length === 0
      ? []
      : [{ section: [alias ?? name], conditions: paths.map((path) => path.split('.')) }];
  });
}
