import type { RuleFlags } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import type { ObservedRelease } from './observed-linter.ts';

/** What a thread is told: all of a run but what cannot be sent. It reads the configuration itself. */
export interface ThreadTask {
  readonly options: LintOptions;
  readonly flags: RuleFlags;
  readonly planned: readonly PlannedRelease[];
  /** See `ReleaseBatches`. */
  readonly memory: SharedArrayBuffer;
  readonly batchSize: number;
  /** See `FactRecorder`; undefined when nothing is kept of the run. */
  readonly unlisted: ReadonlySet<string> | undefined;
}

/** What comes of a batch. */
export interface LintedBatch {
  /** The index of the first release. */
  readonly from: number;
  readonly linted: readonly ObservedRelease[];
  /** Why the release after these could not be linted, which ends the run. */
  readonly failure?: ThreadFailure;
}

/** What a thread answers for each batch. */
export interface ThreadBatch extends LintedBatch {
  /** The files (absolute) that were read for it. */
  readonly read: readonly string[];
}

/** An error on its way from one thread to another. */
export interface ThreadFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}
