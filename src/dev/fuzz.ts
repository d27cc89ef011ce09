import { fuzzRound } from './fuzz-round.ts';

/**
 * Mutates projects of every kind, runs chartlint over them and prints what must never be: `npm run fuzz -- --minutes N` (default 1),
 * `--seed N` for where it starts, `--only` for one round whose folder is kept.
 */
const numberOf = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const first = numberOf('--seed', Date.now() % 1_000_000_000);
if (process.argv.includes('--only')) {
  const { kind, problem, folder } = await fuzzRound(first, true);
  process.stdout.write(`${kind} in ${folder}: ${problem ?? 'nothing'}\n`);
} else {
  const end = Date.now() + numberOf('--minutes', 1) * 60_000;
  const tally = new Map<string, { rounds: number; slowest: number }>();
  let seed = first;
  for (; Date.now() < end; seed++) {
    const { kind, milliseconds, problem } = await fuzzRound(seed);
    const { rounds = 0, slowest = 0 } = tally.get(kind) ?? {};
    tally.set(kind, { rounds: rounds + 1, slowest: Math.max(slowest, milliseconds) });
    if (problem === undefined) continue;
    process.stdout.write(`seed ${seed} (${kind}): ${problem}\n`);
    process.exitCode = 1;
  }
  for (const [kind, { rounds, slowest }] of tally)
    process.stdout.write(`${kind}: ${rounds} rounds, slowest ${slowest} ms\n`);
}
