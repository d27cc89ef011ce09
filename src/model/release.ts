import type { ChartProfile, DetectedBy } from './chart-profile.ts';
import type { LintContext } from './lint-context.ts';
import type { MergedValues } from './merged-values.ts';
import type { RenderedFacts } from './rendered-facts.ts';
import type { Roles } from './roles.ts';
import type { Source } from './source.ts';

/** A chart plus the layers that one `helm install` would combine: what is linted. */
export interface Release {
  /** The user's files, in the order in which Helm would read them. */
  readonly files: readonly Source[];
  /** Undefined when the chart is not known: then only generic rules apply. */
  readonly chart: ChartProfile | undefined;
  readonly detectedBy: DetectedBy;
  readonly values: MergedValues;
  readonly context: LintContext;
  /** What the values mean; computed on first use, shared by all rules. */
  readonly roles: Roles;
  /** What its templates make of the values; undefined without templates, and where Helm would stop. */
  readonly rendered?: RenderedFacts | undefined;
}
