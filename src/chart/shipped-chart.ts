import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { ChartShape } from './chart-shape.ts';

/** What is known about a shipped chart before it is loaded: enough to find out whether a file is for it. */
export interface ShippedChartEntry extends ChartShape {
  readonly title: string;
  readonly version: string;
  /** Names in Chart.yaml under which the chart is published. */
  readonly chartNames: readonly string[];
}

/** Everything that linting a shipped chart takes. */
export interface ShippedChart {
  readonly profile: RuledProfile;
  /** The chart's schema; made only when there is an error to explain. */
  schema(): JsonSchema;
  readonly validate: ValidateFunction;
}
