import type { Finding } from './finding.ts';
import type { ReadFailure } from './read-failure.ts';
import { fileSource } from './source.ts';

/** What is said of a file or folder of a chart that cannot be read; `cost` is a sentence about what that hides. */
export function unreadableFile(
  { file, shown, reason }: Pick<ReadFailure, 'file' | 'shown' | 'reason'>,
  cost: string,
): Finding {
  return {
    rule: 'files/unreadable',
    severity: 'error',
    problem: `"${shown.split('/').at(-1)}" cannot be read: ${reason}`,
    why: cost,
    help: 'Put a file there that can be read, or take it out of the chart.',
    span: { source: fileSource(shown, file), start: 0, end: 0 },
    path: '',
    related: [],
    // Of the parts of a run that need it, each stumbles over it.
    cause: file,
  };
}
