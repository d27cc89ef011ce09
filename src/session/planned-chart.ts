import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';

/** One release of a chart that is named outright, with the text of every file it is made of. */
export interface PlannedChart {
  readonly input: ReleaseInput;
  readonly texts: ReadonlyMap<string, string>;
  /** What is wrong with the chart itself: its values.yaml, its schema. */
  readonly findings: readonly Finding[];
}
