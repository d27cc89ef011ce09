import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FuzzChance } from './fuzz-chance.ts';
import { fuzzMutate } from './fuzz-mutate.ts';
import { readerDifference } from './reader-difference.ts';
import { someLines } from './some-lines.ts';
import { yamlFiles } from './yaml-files.ts';

let fixtures: readonly string[] | undefined;

/** Damages some lines of a fixture and has both readers read them: in what they differ. */
export function fuzzReaders(chance: FuzzChance): string | undefined {
  fixtures ??= yamlFiles(path.resolve(import.meta.dirname, '../../fixtures')).map((file) =>
    readFileSync(file, 'utf8'),
  );
  const text = fuzzMutate(someLines(chance.pick(fixtures), chance.below(10_000)), chance, 2);
  const difference = readerDifference(text);
  return difference && `the readers differ: ${difference} of ${JSON.stringify(text)}`;
}
