import type { ChartTree, ValuesSchema } from '../chart/chart-tree.ts';
import type { DetectedBy } from '../model/chart-profile.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { ReleaseId } from '../model/release-id.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { Source } from '../model/source.ts';

/** What one release is made of, before anything is merged. */
export interface ReleaseInput {
  readonly id: ReleaseId;
  /** For people, when a finding is about several releases: the name of a stack, else the strongest file. */
  readonly name: string;
  /** The name that the configuration gives the release. */
  readonly stack?: string;
  /** The user's files, in the order in which Helm would read them. */
  readonly files: readonly Source[];
  /** Weakest first. */
  readonly layers: readonly Layer[];
  readonly chart: RuledProfile | undefined;
  readonly detectedBy: DetectedBy;
  readonly schema: ValuesSchema | undefined;
  /** Undefined when the chart is not on disk: then it has no subcharts that could be seen. */
  readonly tree: ChartTree | undefined;
  readonly context: LintContext;
  /** Merge as this version of Helm does; the newest by default. */
  readonly helmVersion?: string;
}
