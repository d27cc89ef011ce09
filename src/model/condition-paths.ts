/** The paths in the condition of a dependency, as Helm splits it (`processDependencyConditions` in `pkg/chart/v2/util/dependencies.go`). */
export function conditionPaths(condition = ''): string[] {
  return condition
    .trim()
    .split(',')
    .filter((path) => path !== '');
}
