import type { Trial } from './attack.ts';

/** What stands in every file that is none of the project's business. */
export const CANARY = 'canary-7f3a';

/** A folder of the user with what a stranger would like to read; each of its files holds the canary. */
export const OUTSIDE = {
  '.git-credentials': `https://bob:${CANARY}@host\n`,
  '.netrc': `machine ${CANARY}\n`,
  'out/Chart.yaml': `apiVersion: v2\nname: ${CANARY}\nversion: 1.0.0\n`,
  'out/values.yaml': `a: ${CANARY}\n`,
  'out/values.schema.json': JSON.stringify({ title: CANARY, required: [CANARY] }),
  'out/templates/a.yaml': `a: ${CANARY}\n`,
};

/** What the output shows of the canary, of the accounts of the machine or of the environment of this process is found. */
export function searchCanary(trial: Trial, output: string, where: string): void {
  const line = output.split('\n').find((one) => /canary-7f3a|root:x:|CANARY_ENV=/.test(one));
  if (line !== undefined) trial.found(`${where} shows what lies outside: ${line.trim().slice(0, 200)}`);
}
