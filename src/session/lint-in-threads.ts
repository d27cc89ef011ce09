import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { executableBuild } from '../files/executable-build.ts';
import { packageRoot } from '../files/package-root.ts';
import { UsageError } from '../files/usage-error.ts';
import type { PreparedRun } from '../project/apply-config.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import { lintBatches } from './lint-batches.ts';
import type { ObservedRelease } from './observed-linter.ts';
import { ReleaseBatches } from './release-batches.ts';
import type { ReleaseStore } from './release-store.ts';
import type { LintedBatch, ThreadBatch, ThreadFailure, ThreadTask } from './thread-messages.ts';

/** Few enough for every thread to have work until the end, at most so many that an answer comes several times a second. */
const BATCHES_PER_THREAD = 16;
const LARGEST_BATCH = 16;

/** What goes to threads. */
export interface ThreadedRun {
  readonly planned: readonly PlannedRelease[];
  /** Number of releases, from the first, that are linted already. */
  readonly linted: number;
  /** How this thread lints; the others work like it. */
  readonly lint: (planned: PlannedRelease) => Promise<ObservedRelease>;
  /** At most so many with this one. */
  readonly most: number;
  /** Whether the user wants that many; else there are no more than cores. */
  readonly isAsked: boolean;
  /** Where what is found is kept; then every thread notes down what it asks. */
  readonly store: ReleaseStore | undefined;
}

/**
 * Lints the rest of the releases in several threads and gives them in the order in which they were planned; undefined when
 * there is no other thread to be had. Throws what linting one after the other would throw: the error of the first release
 * that has one.
 */
export async function lintInThreads(
  { options, asked, read }: Pick<PreparedRun, 'options' | 'asked' | 'read'>,
  { planned, linted, lint, most, isAsked, store }: ThreadedRun,
): Promise<ObservedRelease[] | undefined> {
  const total = planned.length;
  const cores = isAsked ? most : availableParallelism();
  const threads = Math.min(most, cores, total - linted);
  const program = threadProgram();
  if (threads < 2 || program === undefined) return undefined;
  const size = Math.ceil((total - linted) / (threads * BATCHES_PER_THREAD));
  const batchSize = Math.min(LARGEST_BATCH, size);
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(memory)[0] = linted;
  const results: ObservedRelease[] = [];
  let first: { at: number; failure: ThreadFailure } | undefined;
  let done = linted;
  const take = ({ from, linted: batch, failure }: LintedBatch): void => {
    for (const [i, one] of batch.entries()) results[from - linted + i] = one;
    if (failure !== undefined && from < (first?.at ?? total)) first = { at: from, failure };
    done += batch.length;
    options.onProgress?.(done, total);
  };
  const takeAnswer = (batch: ThreadBatch): void => {
    for (const file of batch.read) read.add(file);
    take(batch);
  };
  const { onProgress: _, ...plain } = asked.options;
  const task: ThreadTask = {
    options: plain,
    flags: asked.flags,
    planned,
    memory,
    batchSize,
    unlisted: store?.recorder.unlisted,
  };
  const batches = new ReleaseBatches(memory, total, batchSize);
  const others = Array.from({ length: threads - 1 }, () => runThread(program, task, takeAnswer));
  const own = lintBatches(planned, batches, lint, async (batch) => {
    take(batch);
    // Lets the answers of the others in.
    await setImmediate();
  });
  await Promise.all([own, ...others]).catch((error) => {
    batches.close();
    throw error;
  });
  if (first !== undefined) throw asError(first.failure);
  return results;
}

/** The program of a thread; undefined where it is not installed, as in the bundle of the GitHub Action. */
function threadProgram(): string | undefined {
  const file = path.join(
    packageRoot(),
    ...(executableBuild ? ['src', 'executable', 'worker.js'] : ['dist', 'worker.cjs']),
  );
  return existsSync(file) ? file : undefined;
}

/** Resolves when the thread has sent its last batch. */
function runThread(program: string, task: ThreadTask, take: (batch: ThreadBatch) => void): Promise<void> {
  // The arguments name the compiled code that both use.
  const worker = new Worker(program, { workerData: task, argv: process.argv.slice(2) });
  return new Promise((resolve, reject) => {
    worker.on('message', take);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

function asError({ name, message, stack }: ThreadFailure): Error {
  const error = name === 'UsageError' ? new UsageError(message) : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
