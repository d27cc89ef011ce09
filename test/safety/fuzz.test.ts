import { expect, it } from 'vitest';
import { FuzzChance } from '../../src/dev/fuzz-chance.ts';
import { FUZZ_KINDS, fuzzProject } from '../../src/dev/fuzz-project.ts';
import { fuzzRound } from '../../src/dev/fuzz-round.ts';

/** Enough for every kind to come several times; `npm run fuzz -- --minutes N` goes on from here. */
const ROUNDS = 45;

it('finds nothing in mutated projects that must never be', async () => {
  const kinds = new Set<string>();
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const { kind, problem } = await fuzzRound(seed);
    kinds.add(kind);
    expect(problem, `seed ${seed} (${kind})`).toBeUndefined();
  }
  expect([...kinds].sort()).toEqual([...FUZZ_KINDS].sort());
}, 60_000);

it.each(FUZZ_KINDS.filter((kind) => kind !== 'readers'))('mutates %s, the same for the same seed', (kind) => {
  const texts = Array.from({ length: 20 }, (_, seed) =>
    JSON.stringify([...fuzzProject(kind, new FuzzChance(seed)).files]),
  );
  expect(new Set(texts).size).toBeGreaterThan(15);
  expect(JSON.stringify([...fuzzProject(kind, new FuzzChance(3)).files])).toBe(texts[3]);
});
