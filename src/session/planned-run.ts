import type { PlannedShard } from '../model/shard.ts';
import type { PlannedRelease } from '../project/planned-release.ts';

/** What a run lints. */
export interface PlannedRun {
  readonly planned: readonly PlannedRelease[];
  /** Files (absolute) that look like values and are not linted. */
  readonly passedOver: readonly string[];
  /** Of which run it is a part, and the place of each release among all; undefined for a whole run. */
  readonly part?: {
    readonly shard: Omit<PlannedShard, 'order'>;
    readonly places: readonly number[];
  };
}
