import type { PlannedRelease } from '../project/planned-release.ts';
import type { ObservedRelease } from './observed-linter.ts';
import type { ReleaseBatches } from './release-batches.ts';
import type { LintedBatch } from './thread-messages.ts';

/** Lints batch after batch until none is left or one fails. What one thread does; each batch is given to `done`. */
export async function lintBatches(
  planned: readonly PlannedRelease[],
  batches: ReleaseBatches,
  lint: (planned: PlannedRelease) => Promise<ObservedRelease>,
  done: (batch: LintedBatch) => void | Promise<void>,
): Promise<void> {
  for (let batch = batches.take(); batch !== undefined; batch = batches.take()) {
    const { from, to } = batch;
    const linted: ObservedRelease[] = [];
    try {
      for (const one of planned.slice(from, to)) linted.push(await lint(one));
    } catch (error) {
      // Batches go out in order, so all that comes before this one is done or on its way.
      batches.close();
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      await done({ from, linted, failure: { name, message, stack } });
      return;
    }
    await done({ from, linted });
  }
}
