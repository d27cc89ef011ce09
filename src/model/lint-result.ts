import type { DetectedBy } from './chart-profile.ts';
import type { Finding } from './finding.ts';

/** What a run found, ready for any report. */
export interface LintResult {
  readonly releases: readonly LintedRelease[];
  /** In the order of the contract: file, line, column, rule. */
  readonly findings: readonly Finding[];
  /** Text of every file that a span refers to, by the file's name in spans. */
  readonly sources: ReadonlyMap<string, string>;
  /** Number of values files read. */
  readonly files: number;
  readonly suppressed: number;
}

export interface LintedRelease {
  readonly chart: string | undefined;
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly detectedBy: DetectedBy;
  readonly files: readonly string[];
}
