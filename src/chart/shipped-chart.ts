import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { ChartShape } from './chart-shape.ts';

/** One state of a shipped chart: what a released version of it is, or one of several states with the same version. */
export interface ShippedState {
  /** The version, with a date behind a plus where several states have the same one. */
  readonly state: string;
  /** In Chart.yaml: the last version with these values. */
  readonly version: string;
  /** The first version with these values, where it is another. */
  readonly since?: string;
  readonly appVersion?: string;
}

/** What is known about a shipped chart before it is loaded: enough to find out whether a file is for it, and for which state. */
export interface ShippedChartEntry extends ChartShape {
  readonly title: string;
  /** Names in Chart.yaml under which the chart is published. */
  readonly chartNames: readonly string[];
  /** Oldest first. */
  readonly states: readonly ShippedState[];
  /**
   * The keys, as JSON Pointers, that some states lack: which ones have it, as pairs of the first and the one behind the last.
   * What lies below such a key is not listed for the states without it.
   */
  readonly partly: Readonly<Record<string, readonly number[]>>;
}

/** Everything that linting a shipped chart takes. */
export interface ShippedChart {
  readonly profile: RuledProfile;
  /** The chart's schema; made only when there is an error to explain. */
  schema(): JsonSchema;
  readonly validate: ValidateFunction;
}
