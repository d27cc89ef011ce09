/** A kustomization with one entry of `helmCharts` for the chart `charts/chart`. */
export interface KustomizeChartCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Its values.yaml. */
  readonly chartValues: string;
}
