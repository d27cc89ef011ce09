import { fixtureCases } from '../../test/fixture-cases.ts';
import { runCli } from '../../test/run-cli.ts';

/**
 * Prints how many findings of the fixtures say what is wrong in at most 120 characters, and by rule the longest that do not.
 * `npx tsx src/dev/problem-lengths.ts`.
 */
const LONGEST = 120;
const COMMANDS = /^(?:schema|types|values|why|render|rules|explain|init|completion|merge-reports)$/;

const tooLong = new Map<string, string[]>();
let all = 0;
for (const { args, folder, stdin } of fixtureCases()) {
  if (COMMANDS.test(args[0] ?? '') || args.includes('--diff') || args.some((arg) => arg.startsWith('--fix')))
    continue;
  const { stdout } = await runCli([...args, '--format', 'jsonl'], folder, { readStdin: async () => stdin });
  for (const line of stdout.split('\n').filter((text) => text.startsWith('{"rule"'))) {
    const { rule, problem } = JSON.parse(line) as { rule: string; problem: string };
    all++;
    if (problem.length > LONGEST) tooLong.set(rule, [...(tooLong.get(rule) ?? []), problem]);
  }
}
const long = [...tooLong.values()].flat().length;
for (const [rule, problems] of [...tooLong].sort((a, b) => b[1].length - a[1].length)) {
  const longest = problems.reduce((a, b) => (b.length > a.length ? b : a));
  process.stdout.write(
    `${String(problems.length).padStart(4)}  ${rule}: ${longest.length} characters: ${longest}\n`,
  );
}
process.stdout.write(
  `${all - long} of ${all} problems (${((100 * (all - long)) / all).toFixed(1)} %) have at most ${LONGEST} characters\n`,
);
