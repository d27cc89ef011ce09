import type { Chart, ChartDependency } from '../model/chart.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * A chart while Helm decides about its dependencies. Mutable and shared like Helm's own structures, since some of Helm's
 * answers come from that (`pkg/chart/v2/util/dependencies.go`).
 */
export interface WorkingChart {
  metadata: WorkingMetadata;
  /** Defaults; after `import-values` those of the charts below as well. */
  values: JsonObject;
  charts: WorkingChart[];
  /** What `import-values` brought into `values`, strongest first. */
  imports: readonly Import[];
  readonly source: Chart;
}

export interface WorkingMetadata {
  /** The alias, once the chart is enabled under one. */
  name: string;
  readonly version: string;
  dependencies: WorkingDependency[] | undefined;
}

export interface WorkingDependency {
  name: string;
  enabled: boolean;
  /** Helm imports the values of a dependency once, also where two aliases of a chart share the dependency (Helm 3). */
  imported: boolean;
  readonly source: ChartDependency;
}

/** Values of a subchart that its parent imports: paths from the root of the parent's values. */
export interface Import {
  readonly from: ValuesPath;
  readonly to: ValuesPath;
}

/** A fresh working copy of a chart and the charts below it. */
export function workingChart(chart: Chart): WorkingChart {
  const { name, version, dependencies } = chart.metadata;
  return {
    metadata: {
      name,
      version,
      dependencies: dependencies?.map((source) => ({
        name: source.name,
        enabled: false,
        imported: false,
        source,
      })),
    },
    values: chart.values.data,
    charts: chart.dependencies.map(workingChart),
    imports: [],
    source: chart,
  };
}
