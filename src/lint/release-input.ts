import type { PlacedAnnotation } from '../model/annotation.ts';
import type { Chart } from '../model/chart.ts';
import type { ChartProfile, DetectedBy, JsonSchema } from '../model/chart-profile.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { Span } from '../model/span.ts';
import type { ValidateFunction } from '../validate/validate-function.ts';

/** A schema that is ready to validate with. */
export interface ValuesSchema {
  readonly validate: ValidateFunction;
  /** The schema itself, read when there is an error to explain. */
  readonly json: () => JsonSchema;
  /** Whether Helm itself refuses values that break the schema (the chart ships it), or only chartlint knows it. */
  readonly enforcedByHelm: boolean;
  readonly annotations: readonly PlacedAnnotation[];
}

/** A chart on disk with the charts below it. */
export interface ChartTree {
  readonly chart: Chart;
  /** The schemas of the charts below. */
  readonly subchartSchemas: ReadonlyMap<Chart, ValuesSchema>;
  /** Where Chart.yaml names a dependency of the chart. */
  locateDependency(name: string): Span;
}

/** What one release is made of, before anything is merged. */
export interface ReleaseInput {
  /** For people, when a finding is about several releases: the name of a stack, else the strongest file. */
  readonly name: string;
  /** The name that the configuration gives the release. */
  readonly stack?: string;
  /** The user's files, in the order in which Helm would read them. */
  readonly files: readonly string[];
  /** Weakest first. */
  readonly layers: readonly Layer[];
  readonly chart: ChartProfile | undefined;
  readonly detectedBy: DetectedBy;
  readonly schema: ValuesSchema | undefined;
  /** Undefined when the chart is not on disk: then it has no subcharts that could be seen. */
  readonly tree: ChartTree | undefined;
  readonly context: LintContext;
  /** Merge as this version of Helm does; the newest by default. */
  readonly helmVersion?: string;
}
