import { lintBatches } from './lint-batches.ts';
import type { ShippedNames } from './load-config.ts';
import { prepareRun } from './prepare-run.ts';
import { ReleaseBatches } from './release-batches.ts';
import { type LintedRelease, ReleaseLinter } from './release-linter.ts';
import type { ThreadBatch, ThreadTask } from './thread-messages.ts';

/** What a thread that was started for a run does, from its task to its last batch. */
export async function threadWork(
  { options, flags, planned, memory, batchSize }: ThreadTask,
  shipped: ShippedNames,
  post: (batch: ThreadBatch) => void,
): Promise<void> {
  const linter = new ReleaseLinter(await prepareRun(options, flags, shipped));
  linter.expect(planned);
  const sent = new Set<string>();
  const batches = new ReleaseBatches(memory, planned.length, batchSize);
  await lintBatches(planned, batches, linter, (batch) =>
    post({ ...batch, linted: batch.linted.map((one) => withoutSent(one, sent)) }),
  );
}

/** Without the texts of shared files that an earlier answer has brought. */
function withoutSent(one: LintedRelease, sent: Set<string>): LintedRelease {
  const sources = new Map([...one.sources].filter(([file]) => !sent.has(file)));
  for (const file of sources.keys()) sent.add(file);
  return { ...one, sources };
}
