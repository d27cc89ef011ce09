import type { Span } from '../model/span.ts';

/** Which chart a manifest means. */
export interface ChartReference {
  /** The name in a repository of charts, the last part of an OCI address, or the last folder of a path. */
  readonly name: string;
  /** A folder or an archive, absolute, if it lies in this repository; whether there is a chart is not looked at yet. */
  readonly path?: string;
  /** It lies in a git repository, and not in this one. */
  readonly isElsewhere?: boolean;
  /** The address of the repository of charts, of the OCI registry, or of the git repository. */
  readonly repository?: string;
  /** A version or a range, as written. */
  readonly version?: string;
  /** Values files that take the place of the values.yaml of the chart (Flux `valuesFiles`). */
  readonly valuesFiles?: readonly ChartValuesFile[];
  /** Where it is named. */
  readonly at: Span;
}

/** A values file that Flux takes for one of the chart. */
export interface ChartValuesFile {
  /** From the root of the git repository, or from the chart where that comes from a repository of charts. */
  readonly name: string;
  /** Where it is named. */
  readonly at: Span;
  /** Nothing is said when it is not there (`ignoreMissingValuesFiles`). */
  readonly mayBeMissing: boolean;
}
