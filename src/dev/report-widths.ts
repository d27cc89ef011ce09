import { fixtureCases } from '../../test/fixture-cases.ts';
import { runCli } from '../../test/run-cli.ts';

/**
 * Prints each line of ours that is wider than the terminal, over every fixture's report at 80 and 120 columns: code of the
 * user's, in frames and below `--diff`, is not ours. With `--all` the reports too. `npx tsx src/dev/report-widths.ts`.
 */
const WIDTHS = [80, 120];
/** What other programs read, or what is a file: nothing to wrap. */
const PRINTS_A_FILE =
  /^(?:schema|types|values|why|render|diff|rules|init|completion|merge-reports)$|^--(?:diff|format)/;
/** A numbered line of a frame. */
const CODE = /^ *\d+ \|/;

let reports = 0;
const wide = new Map<number, string[]>(WIDTHS.map((width) => [width, []]));
for (const { name, args, folder, stdin } of fixtureCases()) {
  if (args.some((arg) => PRINTS_A_FILE.test(arg)) || args.some((arg) => arg.startsWith('--fix'))) continue;
  reports++;
  for (const [columns, found] of wide) {
    const { stdout, stderr } = await runCli(args, folder, { columns, readStdin: async () => stdin });
    if (process.argv.includes('--all')) process.stdout.write(`\n# ${name}, ${columns}\n${stdout}${stderr}`);
    const lines = `${stdout}${stderr}`
      .split('\n')
      .filter((line) => line.length > columns && !CODE.test(line));
    found.push(...lines.map((line) => `${name}: ${line}`));
  }
}
for (const [columns, found] of wide) {
  process.stdout.write(found.map((line) => `${line}\n`).join(''));
  process.stdout.write(`${found.length} lines are wider than ${columns} columns in ${reports} reports\n`);
}
