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
  /** Values files of the chart that take the place of its values.yaml (Flux `valuesFiles`), relative to the chart. */
  readonly valuesFiles?: readonly string[];
  /** Where it is named. */
  readonly at: Span;
}
