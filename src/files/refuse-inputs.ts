import { type BigIntStats, statSync } from 'node:fs';
import { shownPath } from './shown-path.ts';
import { UsageError } from './usage-error.ts';

/** Throws a UsageError when one of the files that a run is about to write (absolute) is one of those that it was made from. */
export function refuseInputs(written: readonly string[], inputs: Iterable<string>, cwd: string): void {
  const outputs = new Map(
    written.flatMap((file) => (identity(file) === undefined ? [] : [[identity(file), file]])),
  );
  if (outputs.size === 0) return;
  for (const input of inputs) {
    const output = outputs.get(identity(input));
    if (output === undefined) continue;
    throw new UsageError(`"${shownPath(output, cwd)}" is not overwritten, because the run reads it`);
  }
}

/** What all names of a file share; undefined when it is not there, or nothing that holds anything. */
function identity(file: string): string | undefined {
  const stats = statsOf(file);
  return stats?.isFile() === true ? `${stats.dev}:${stats.ino}` : undefined;
}

function statsOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
