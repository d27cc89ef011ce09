import type { PlannedShard, Shard } from '../model/shard.ts';
import type { LintOptions } from './lint-options.ts';
import { LintedProject } from './linted-project.ts';
import { paysInThreads } from './pays-in-threads.ts';
import { type PlannedRelease, planReleases } from './plan-releases.ts';
import type { PreparedRun } from './prepare-run.ts';
import { ReleaseLinter } from './release-linter.ts';

/** How a run goes about its work. */
export interface LintWork {
  /** Texts that take the place of what files hold, by their names in spans; such a run takes one thread. */
  readonly texts?: ReadonlyMap<string, string>;
  /** So many threads; 'auto' for as many as pay. One by default. */
  readonly threads?: number | 'auto';
}

/**
 * Lints everything that the options name, release by release, and what is left of a long run in several threads. Throws a
 * UsageError for wrong use.
 */
export async function lintReleases(prepared: PreparedRun, work: LintWork = {}): Promise<LintedProject> {
  const { options, policy } = prepared;
  const { texts, threads = 1 } = work;
  const linter = new ReleaseLinter({ options, policy, ...(texts === undefined ? {} : { texts }) });
  const all = await planReleases(options);
  const part = options.shard === undefined ? undefined : await partOf(all, options.shard, options);
  const planned = part?.planned ?? all;
  linter.expect(planned);
  const project = new LintedProject();
  // Date, since `performance` loads a dozen modules of Node's.
  const start = Date.now();
  let inThreads = texts === undefined && threads !== 1;
  for (const [i, one] of planned.entries()) {
    const isAsked = threads !== 'auto' && planned.length > 1;
    if (inThreads && (isAsked || paysInThreads(i, planned.length, Date.now() - start))) {
      const { lintInThreads } = await import('./lint-in-threads.ts');
      const rest = await lintInThreads(prepared, { planned, linted: i, linter, threads });
      if (rest !== undefined) {
        for (const linted of rest) project.add(linted);
        break;
      }
      inThreads = false;
    }
    project.add(await linter.lint(one));
    options.onProgress?.(i + 1, planned.length);
  }
  if (part !== undefined) {
    project.shard = { ...part.shard, order: project.order.map((i) => part.places[i]!) };
  }
  return project;
}

/** The releases of a shard, with the place of each among all. */
async function partOf(
  all: readonly PlannedRelease[],
  shard: Shard,
  options: LintOptions,
): Promise<{ planned: PlannedRelease[]; places: number[]; shard: Omit<PlannedShard, 'order'> }> {
  const { planShard } = await import('./plan-shard.ts');
  const { shards, plan } = planShard(all, shard.count, options);
  const places = [...all.keys()].filter((i) => shards[i] === shard.index);
  return { planned: places.map((i) => all[i]!), places, shard: { ...shard, plan } };
}
