import { parseArgs } from 'node:util';
import { Trial } from './attacks/attack.ts';
import { ATTACKS } from './attacks/attacks.ts';

/**
 * `npm run attack -- [--some N] [NAME …]`: minutes of inputs that an attacker would try, in all attacks or the named ones, or with N of every list
 * seconds of them. Prints what must not be, and one row for each attack of the table in `docs/safety.md`.
 */
const { values, positionals } = parseArgs({ options: { some: { type: 'string' } }, allowPositionals: true });
for (const name of positionals.length > 0 ? positionals : Object.keys(ATTACKS)) {
  const attack = ATTACKS[name];
  if (attack === undefined) throw new Error(`"${name}" is none of ${Object.keys(ATTACKS).join(', ')}`);
  const trial = new Trial(values.some === undefined ? undefined : Number(values.some));
  await attack(trial);
  for (const problem of trial.problems) process.stdout.write(`${problem}\n`);
  if (trial.problems.length > 0) process.exitCode = 1;
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  process.stdout.write(
    `| ${name} | ${trial.tried} | ${trial.slowest.toFixed(1)} s | ${peak} MiB | ${trial.problems.length} found |\n`,
  );
}
