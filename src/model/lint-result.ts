import type { DetectedBy } from './chart-profile.ts';
import type { Finding } from './finding.ts';
import type { PlannedShard } from './shard.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

/** What a run found, ready for any report. */
export interface LintResult {
  readonly releases: readonly LintedRelease[];
  /** In the order of the contract: file, line, column, rule. */
  readonly findings: readonly Finding[];
  /** Text of every file that a span refers to, by the id of its source. */
  readonly sources: ReadonlyMap<string, string>;
  /** How many findings `--quiet` leaves out; undefined without it. */
  readonly quieted?: { readonly warnings: number; readonly infos: number };
  /** How many findings are left out because no changed line has a part in them; undefined without `--changed-lines`. */
  readonly elsewhere?: number;
  /** How many findings about defaults of other people's charts are left out; undefined when there are none. */
  readonly ofDefaults?: number;
  /** Number of values files read. */
  readonly files: number;
  /** Findings that a comment or the baseline hides, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Undefined when nothing was to be fixed. */
  readonly fixes?: FixReport;
  /** Where secret values are written, by the id of its source: no report shows these characters. */
  readonly secrets?: ReadonlyMap<string, readonly Span[]>;
  /** Of which run this is a part; undefined for a whole run. */
  readonly shard?: PlannedShard;
}

export interface SuppressedFinding {
  readonly finding: Finding;
  /** What hides it: a `# chartlint-disable…` comment in the file, or the baseline. */
  readonly by: 'comment' | 'baseline';
  /** The text after `--` in the comment. */
  readonly reason?: string;
}

/** What fixing did before the findings that are left. */
export interface FixReport {
  /** Number of findings whose fix was applied. */
  readonly fixed: number;
  /** Number of files that changed. */
  readonly files: number;
  /** Fixes that were rolled back; the findings are among those that are left. */
  readonly refused: readonly RefusedFix[];
  /** Files that were not written; what would have been fixed in them is among the findings that are left. */
  readonly unwritten: readonly UnwrittenFile[];
}

export interface UnwrittenFile {
  readonly source: Source;
  /** Why, to follow "because": `it is read-only`. */
  readonly reason: string;
  /** Whether writing was tried and failed; if not, the file is left alone on purpose. */
  readonly isFailure: boolean;
}

export interface RefusedFix {
  readonly finding: Finding;
  /** Why, to follow "because": `it would also change /image/tag`. */
  readonly reason: string;
}

export interface LintedRelease {
  readonly chart: string | undefined;
  readonly title: string | undefined;
  readonly version: string | undefined;
  readonly detectedBy: DetectedBy;
  /** The name that the configuration gives the release; undefined for a single file. */
  readonly stack?: string;
  /** What the manifest that makes it is: `HelmRelease`, `helmfile release`; undefined for values files. */
  readonly kind?: string;
  /** As reports show it: the file whose name made the release one for production. */
  readonly namedForProduction?: string;
  readonly files: readonly Source[];
}
