import { diskFiles } from '../files/disk-files.ts';
import type { FactRecorder } from '../files/fact-recorder.ts';
import type { ShippedNames } from '../project/load-config.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { lintBatches } from './lint-batches.ts';
import { type ObservedRelease, observedLinter } from './observed-linter.ts';
import { ReleaseBatches } from './release-batches.ts';
import { ReleaseLinter } from './release-linter.ts';
import type { ThreadBatch, ThreadTask } from './thread-messages.ts';

/** What a thread that was started for a run does, from its task to its last batch. */
export async function threadWork(
  task: ThreadTask,
  shipped: ShippedNames,
  post: (batch: ThreadBatch) => void,
): Promise<void> {
  if (task.unlisted === undefined) return lintTask(task, shipped, post, undefined);
  const { FactRecorder } = await import('../files/fact-recorder.ts');
  const recorder = new FactRecorder(diskFiles, task.unlisted);
  return lintTask(task, shipped, post, recorder);
}

async function lintTask(
  { options, flags, planned, memory, batchSize }: ThreadTask,
  shipped: ShippedNames,
  post: (batch: ThreadBatch) => void,
  recorder: FactRecorder | undefined,
): Promise<void> {
  const prepared = await prepareRun(options, flags, shipped, recorder ?? diskFiles);
  const linter = new ReleaseLinter(prepared);
  linter.expect(planned);
  const lint = observedLinter(linter, recorder);
  const sent = new Set<string>();
  const batches = new ReleaseBatches(memory, planned.length, batchSize);
  await lintBatches(planned, batches, lint, (batch) => {
    const read = [...prepared.read];
    prepared.read.clear();
    post({ ...batch, read, linted: batch.linted.map((one) => withoutSent(one, sent)) });
  });
}

/** Without the texts of shared files that an earlier answer has brought. */
function withoutSent(one: ObservedRelease, sent: Set<string>): ObservedRelease {
  const sources = new Map([...one.release.sources].filter(([file]) => !sent.has(file)));
  for (const file of sources.keys()) sent.add(file);
  return { ...one, release: { ...one.release, sources } };
}
