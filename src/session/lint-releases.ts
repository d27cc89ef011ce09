import { preferMachineCode } from '../files/prefer-machine-code.ts';
import type { PreparedRun } from '../project/apply-config.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import type { ThreadedRun } from './lint-in-threads.ts';
import { LintedProject } from './linted-project.ts';
import { type ObservedRelease, observedLinter } from './observed-linter.ts';
import { passedOverFindings } from './passed-over-findings.ts';
import type { PlannedRun } from './planned-run.ts';
import type { ReleaseLinter, ReleaseOutcome } from './release-linter.ts';
import type { ReleaseStore } from './release-store.ts';
import { threadsThatPay } from './threads-that-pay.ts';
import { unreadFindings } from './unread-findings.ts';
import { workAhead } from './work-ahead.ts';

/** Milliseconds of linting still to come for which machine code pays. */
const LONG = 1000;

/** How a run goes about its work. */
export interface LintWork {
  readonly prepared: PreparedRun;
  readonly plan: PlannedRun;
  readonly linter: ReleaseLinter;
  /** What is known of releases, and takes what is found now. */
  readonly store?: ReleaseStore | undefined;
  /** So many threads; 'auto' for as many as pay. One by default. Other threads read from the disk. */
  readonly threads?: number | 'auto' | undefined;
  /** Where there are threads: lints the rest of the releases in several; undefined when there is no other to be had. */
  readonly lintInThreads?: (
    prepared: PreparedRun,
    run: ThreadedRun,
  ) => Promise<ObservedRelease[] | undefined>;
}

/** Lints everything that is planned, release by release, but for what the store knows. Throws a UsageError for wrong use. */
export async function lintReleases(work: LintWork): Promise<LintedProject> {
  const { prepared, store } = work;
  const { options } = prepared;
  const { planned, passedOver, part } = work.plan;
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
  project.reading.push(...passedOverFindings(passedOver, options.cwd));
  // Nothing of them is quoted.
  for (const file of passedOver) project.sources.set(file, '');
  if (options.shard === undefined || options.shard.index === 1) {
    const told = [...project.reading, ...project.releases.flatMap(({ findings }) => findings)]
      .filter(({ rule }) => rule === 'files/unreadable' || rule === 'chart/unreadable')
      .map(({ span }) => span.source.id);
    for (const finding of unreadFindings(prepared.unread, new Set(told), prepared)) {
      project.reading.push(finding);
      project.sources.set(finding.span.source.id, '');
    }
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
  { prepared, linter, threads = 1, lintInThreads, store }: LintWork,
  rest: readonly PlannedRelease[],
  total: number,
): Promise<ObservedRelease[]> {
  const { options } = prepared;
  linter.expect(rest);
  const lint = observedLinter(linter, store?.recorder);
  const results: ObservedRelease[] = [];
  // Date, since `performance` loads a dozen modules of Node's.
  const start = Date.now();
  // Another thread would load a plugin again that never ends to load.
  const mayShare = (prepared.loaded?.failedPlugins ?? []).length === 0;
  let inThreads = threads !== 1 && lintInThreads !== undefined && mayShare;
  // The first release takes several times as long as the next ones: all that it calls is called for the first time.
  let warm = start;
  let isLong = false;
  for (const [i, one] of rest.entries()) {
    if (i === 1) warm = Date.now();
    if (!isLong && workAhead(i - 1, rest.length - 1, Date.now() - warm) > LONG) {
      preferMachineCode();
      isLong = true;
    }
    const most = threads === 'auto' ? threadsThatPay(i, rest.length, Date.now() - start) : threads;
    if (inThreads && Math.min(most, rest.length - i) > 1) {
      const others = await lintInThreads?.(prepared, {
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
