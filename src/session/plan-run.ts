import type { PreparedRun } from '../project/apply-config.ts';
import { planReleases } from '../project/plan-releases.ts';
import type { PlannedRun } from './planned-run.ts';

/** Everything that the options name, or their part of it. Throws a UsageError for wrong use. */
export async function planRun({ files, options }: PreparedRun): Promise<PlannedRun> {
  const passedOver: string[] = [];
  const all = await planReleases(files, options, (found) => passedOver.push(...found));
  const { shard } = options;
  if (shard === undefined) return { planned: all, passedOver };
  const { planShard } = await import('../project/plan-shard.ts');
  const { shards, plan } = planShard(files, all, shard.count, options);
  const places = [...all.keys()].filter((i) => shards[i] === shard.index);
  return {
    planned: places.map((i) => all[i]!),
    // Said once, by the first part.
    passedOver: shard.index === 1 ? passedOver : [],
    part: { shard: { ...shard, plan }, places },
  };
}
