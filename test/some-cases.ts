import { randomRuns } from './random-runs.ts';

/**
 * Every case in CI, elsewhere one in four, evenly spread: for what each fixture is run through once more (threads, shards,
 * a cache), which differs in the way and not in what is found.
 */
export function someCases<T>(all: readonly T[]): readonly T[] {
  const count = randomRuns(all.length);
  return all.length <= count
    ? all
    : Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
}
