import { factsHold } from '../files/kept-facts.ts';
import type { CacheLocation } from './cache-location.ts';
import { type KeptRun, readRun, writeRun } from './kept-run.ts';
import { type RunStart, runFile } from './run-key.ts';

/** Files that may be read again in every run; for more it pays to keep their new times. */
const FEW = 50;

/** The run that was started like this before, when nothing that it depends on changed since. Never throws. */
export function knownRun(start: RunStart, { folder, key }: CacheLocation): KeptRun | undefined {
  const file = runFile(start, folder);
  const run = readRun(file, key);
  if (run === undefined) return undefined;
  const { holds, renewed } = factsHold(run.facts, run.rows, Date.now());
  if (!holds) return undefined;
  if (renewed > FEW) writeRun(file, run, key);
  return run;
}
