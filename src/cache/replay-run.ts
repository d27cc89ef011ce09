import { replaceFile } from '../files/replace-file.ts';
import { terminal } from '../files/terminal.ts';
import { writeAll } from '../files/write-all.ts';
import { cacheOf } from './cache-location.ts';
import { knownRun } from './known-run.ts';

/**
 * Prints what the same command line printed before when nothing that it depends on changed. The exit code; undefined when
 * there is no such run, and then nothing is printed or written but, perhaps, files that the run would write anew.
 */
export function replayRun(args: readonly string[], cwd: string): number | undefined {
  const start = { args, cwd, env: process.env, ...terminal() };
  const cache = cacheOf(args, start);
  if (cache === undefined) return undefined;
  const run = knownRun(start, cache);
  if (run === undefined) return undefined;
  try {
    for (const { to, text } of run.outputs) if (typeof to === 'object') replaceFile(to.file, text, { cwd });
  } catch {
    // The program itself says what is wrong with the file.
    return undefined;
  }
  for (const { to, text } of run.outputs) if (typeof to === 'string') writeAll(to === 'stdout' ? 1 : 2, text);
  return run.exitCode;
}
