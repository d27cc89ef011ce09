import { type Attack, Trial } from './attacks/attack.ts';
import { plantedSecrets } from './attacks/planted-secrets.ts';
import { randomAnnotations } from './attacks/random-annotations.ts';

/**
 * `npm run attack -- [NAME]`: minutes of inputs that an attacker would try. Prints what must not be, and one row for each attack of the table in
 * `docs/safety.md`.
 */
const ATTACKS: Readonly<Record<string, Attack>> = {
  secrets: plantedSecrets,
  annotations: randomAnnotations,
};

for (const [name, attack] of Object.entries(ATTACKS)) {
  if (process.argv[2] !== undefined && process.argv[2] !== name) continue;
  const trial = new Trial();
  await attack(trial);
  for (const problem of trial.problems) process.stdout.write(`${problem}\n`);
  if (trial.problems.length > 0) process.exitCode = 1;
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  process.stdout.write(
    `| ${name} | ${trial.tried} | ${trial.slowest.toFixed(1)} s | ${peak} MiB | ${trial.problems.length} found |\n`,
  );
}
