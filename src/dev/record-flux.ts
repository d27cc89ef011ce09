import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FLUX_CASES } from '../../test/gitops/flux-cases.ts';
import { sameValue } from '../merge/same-value.ts';
import { answerFlux } from './answer-flux.ts';
import { askFlux } from './flux-judge.ts';
import { randomFlux } from './random-flux.ts';

/**
 * Asks helm-controller's own code (needs Go) what values come to: `record-flux [COUNT SEED]` compares random HelmReleases and prints where our
 * code says something else. Without arguments, writes its answers to a fixture for tests that have no Go.
 */
const RECORDED = { count: 200, seed: 1 };
const [count = RECORDED.count, seed = RECORDED.seed] = process.argv.slice(2).map(Number);
const cases = randomFlux(count, seed);
const answers = askFlux(cases);
let differ = 0;
for (const [i, one] of cases.entries()) {
  const ours = answerFlux(one);
  if (sameValue(ours, answers[i]!)) continue;
  differ++;
  process.stdout.write(`${JSON.stringify({ ...one, real: answers[i], ours })}\n`);
}
process.stdout.write(`${cases.length - differ} of ${cases.length} are answered as Flux does\n`);
if (process.argv.length === 2) {
  const named = askFlux(FLUX_CASES);
  const answersByName = Object.fromEntries(FLUX_CASES.map(({ name }, i) => [name, named[i]]));
  const target = fileURLToPath(new URL('../../fixtures/gitops/flux-answers.json', import.meta.url));
  const random = answers.map((answer) => JSON.stringify(answer)).join(',\n');
  const text = `{"named":${JSON.stringify(answersByName, null, 1)},\n"count":${count},"seed":${seed},"random":[\n${random}\n]}\n`;
  writeFileSync(target, text);
}
