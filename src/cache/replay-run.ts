import { fstatSync, writeSync } from 'node:fs';
import { cacheFolderOf } from './cache-location.ts';
import { knownRun } from './known-run.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Prints what the same command line printed before when nothing that it depends on changed. The exit code; undefined when
 * there is no such run, and then nothing is printed or written but, perhaps, files that the run would write anew.
 */
export function replayRun(args: readonly string[], cwd: string): number | undefined {
  const folder = cacheFolderOf(args, cwd);
  if (folder === undefined) return undefined;
  const run = knownRun({ args, cwd, env: process.env, isTerminal: isTerminal() }, folder);
  if (run === undefined) return undefined;
  try {
    for (const { to, text } of run.outputs) if (typeof to === 'object') replaceFile(to.file, text);
  } catch {
    // The program itself says what is wrong with the file.
    return undefined;
  }
  for (const { to, text } of run.outputs) if (typeof to === 'string') print(to === 'stdout' ? 1 : 2, text);
  return run.exitCode;
}

/** As `process.stdout.isTTY`, but the code for terminals is loaded only where there may be one. */
function isTerminal(): boolean {
  try {
    if (!fstatSync(1).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return process.stdout.isTTY === true;
}

function print(descriptor: 1 | 2, text: Buffer): void {
  let written = 0;
  try {
    while (written < text.length) written += writeSync(descriptor, text, written);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // `chartlint | head` closes the pipe early; what is left to print is of no interest then.
    if (code === 'EPIPE') return;
    if (code !== 'EAGAIN') throw error;
    // A pipe that is full and does not block: the stream waits until it takes the rest.
    (descriptor === 1 ? process.stdout : process.stderr).write(text.subarray(written));
  }
}
