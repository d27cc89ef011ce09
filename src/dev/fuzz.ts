import { FUZZ_KINDS, type FuzzKind } from './fuzz-project.ts';
import { fuzzRound } from './fuzz-round.ts';

/**
 * Mutates texts and projects of every kind, runs chartlint over them and prints what must never be: `npm run fuzz -- --minutes N` (default 1).
 * `--seed N` says where it starts, `--rounds N` after how many it ends, `--kind KIND` that all are of one kind. A round of the readers has many texts.
 */
const given = (flag: string): string | undefined => {
  const at = process.argv.indexOf(flag);
  return at === -1 ? undefined : process.argv[at + 1];
};
const first = Number(given('--seed') ?? Date.now() % 1_000_000_000);
const rounds = Number(given('--rounds') ?? Number.POSITIVE_INFINITY);
const end = Date.now() + Number(given('--minutes') ?? (Number.isFinite(rounds) ? rounds : 1)) * 60_000;
const kinds = FUZZ_KINDS.filter((one) => one === (given('--kind') ?? one));
const tally = new Map<FuzzKind, { inputs: number; slowest: number; problems: number }>();

for (let seed = first; seed < first + rounds && Date.now() < end; seed++) {
  const { kind, inputs, milliseconds, problem } = await fuzzRound(
    seed,
    kinds.length === 1 ? kinds[0] : undefined,
  );
  const before = tally.get(kind) ?? { inputs: 0, slowest: 0, problems: 0 };
  tally.set(kind, {
    inputs: before.inputs + inputs,
    slowest: Math.max(before.slowest, milliseconds),
    problems: before.problems + (problem === undefined ? 0 : 1),
  });
  if (problem === undefined) continue;
  process.stdout.write(`seed ${seed} (${kind}): ${problem}\n`);
  process.exitCode = 1;
}
for (const [kind, { inputs, slowest, problems }] of tally)
  process.stdout.write(`| ${kind} | ${inputs} | ${(slowest / 1000).toFixed(1)} s | ${problems} found |\n`);
process.stdout.write(`peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB\n`);
