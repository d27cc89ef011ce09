/** A part of a run: `--shard 2/5`. */
export interface Shard {
  /** From 1 on. */
  readonly index: number;
  readonly count: number;
}

/** What a report of one shard says about the run that it is a part of. */
export interface PlannedShard extends Shard {
  /** Names the run: the same in all of its shards, and in no run over other files or with other flags. */
  readonly plan: string;
  /** The place of each linted release among those of the whole run, from 0 on. */
  readonly order: readonly number[];
}
