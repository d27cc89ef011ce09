import type { FileSystem } from '../files/file-system.ts';
import type { PlannedShard, Shard } from '../model/shard.ts';
import type { PreparedRun } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { planReleases } from '../project/plan-releases.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import { LintedProject } from './linted-project.ts';
import { type ObservedRelease, observedLinter } from './observed-linter.ts';
import { passedOverFindings } from './passed-over-findings.ts';
import type { ReleaseLinter, ReleaseOutcome } from './release-linter.ts';
import type { ReleaseStore } from './release-store.ts';
import { threadsThatPay } from './threads-that-pay.ts';

/** How a run goes about its work. */
export interface LintWork {
  readonly prepared: PreparedRun;
  readonly linter: ReleaseLinter;
  /** What is known of releases, and takes what is found now. */
  readonly store?: ReleaseStore | undefined;
  /** So many threads; 'auto' for as many as pay. One by default. Other threads read from the disk. */
  readonly threads?: number | 'auto' | undefined;
}

/**
 * Lints everything that the options name, release by release, but for what the store knows. Throws a UsageError for wrong
 * use.
 */
export async function lintReleases(work: LintWork): Promise<LintedProject> {
  const { prepared, store } = work;
  const { files, options } = prepared;
  const passedOver: string[] = [];
  const all = await planReleases(files, options, (found) => passedOver.push(...found));
  const part = options.shard === undefined ? undefined : await partOf(files, all, options.shard, options);
  const planned = part?.planned ?? all;
  const linted = new Map<PlannedRelease, ReleaseOutcome>();
  for (const one of planned) {
    const known = store?.known(one);
    if (known !== undefined) linted.set(one, known);
  }
  const rest = planned.filter((one) => !linted.has(one));
  const found = await lintRest(work, rest, planned.length);
  for (const [i, { release, asked }] of found.entries()) {
    const one = rest[i]!;
    linted.set(one, store === undefined || asked === undefined ? release : store.add(one, release, asked));
  }
  const project = new LintedProject();
  for (const one of planned) project.add(linted.get(one)!);
  if (options.shard === undefined || options.shard.index === 1) {
    project.reading.push(...passedOverFindings(passedOver, options.cwd));
    // Nothing of them is quoted.
    for (const file of passedOver) project.sources.set(file, '');
    for (const finding of prepared.loaded?.failedPlugins ?? []) {
      project.reading.push(finding);
      project.sources.set(finding.span.source.id, prepared.loaded?.text ?? '');
    }
  }
  if (part !== undefined) {
    project.shard = { ...part.shard, order: project.order.map((i) => part.places[i]!) };
  }
  return project;
}

/** Lints what is not known, one after the other, and what is left of a long run in several threads. */
async function lintRest(
  { prepared, linter, threads = 1, store }: LintWork,
  rest: readonly PlannedRelease[],
  total: number,
): Promise<ObservedRelease[]> {
  const { options } = prepared;
  linter.expect(rest);
  const lint = observedLinter(linter, store?.recorder);
  const results: ObservedRelease[] = [];
  // Date, since `performance` loads a dozen modules of Node's.
  const start = Date.now();
  let inThreads = threads !== 1;
  for (const [i, one] of rest.entries()) {
    const most = threads === 'auto' ? threadsThatPay(i, rest.length, Date.now() - start) : threads;
    if (inThreads && Math.min(most, rest.length - i) > 1) {
      const { lintInThreads } = await import('./lint-in-threads.ts');
      const others = await lintInThreads(prepared, {
        planned: rest,
        linted: i,
        lint,
        most,
        isAsked: threads !== 'auto',
        store,
      });
      if (others !== undefined) return [...results, ...others];
      inThreads = false;
    }
    results.push(await lint(one));
    options.onProgress?.(total - rest.length + i + 1, total);
  }
  return results;
}

/** The releases of a shard, with the place of each among all. */
async function partOf(
  files: FileSystem,
  all: readonly PlannedRelease[],
  shard: Shard,
  options: LintOptions,
): Promise<{ planned: PlannedRelease[]; places: number[]; shard: Omit<PlannedShard, 'order'> }> {
  const { planShard } = await import('../project/plan-shard.ts');
  const { shards, plan } = planShard(files, all, shard.count, options);
  const places = [...all.keys()].filter((i) => shards[i] === shard.index);
  return { planned: places.map((i) => all[i]!), places, shard: { ...shard, plan } };
}
