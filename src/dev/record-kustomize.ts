import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sameValue } from '../merge/same-value.ts';
import { answerKustomization } from './answer-kustomization.ts';
import { askKustomize } from './kustomize-judge.ts';
import { randomKustomizations } from './random-kustomizations.ts';

/**
 * Asks Kustomize's own code (needs Go) about random kustomizations: `record-kustomize [COUNT] [SEED]`. Prints where our code says something
 * else. Without arguments, writes its answers to a fixture for tests that have no Go.
 */
const RECORDED = { count: 120, seed: 1 };
const [count = RECORDED.count, seed = RECORDED.seed] = process.argv.slice(2).map(Number);
const cases = randomKustomizations(count, seed);
const answers = askKustomize(cases);
let differ = 0;
for (const [i, one] of cases.entries()) {
  const real = answers[i]!;
  const ours = answerKustomization(one);
  const refused = ours.problems.find(({ severity }) => severity === 'error');
  const manifests = ours.resources.map(({ manifest }) => manifest.data);
  const isSame =
    'error' in real
      ? refused !== undefined
      : refused === undefined && sameValue([...real.manifests], manifests);
  if (isSame) continue;
  differ++;
  process.stdout.write(`${JSON.stringify({ ...one, real, ours: refused?.problem ?? manifests }, null, 1)}\n`);
}
process.stdout.write(`${cases.length - differ} of ${cases.length} are answered as Kustomize does\n`);
if (process.argv.length === 2) {
  const file = fileURLToPath(new URL('../../fixtures/gitops/kustomize-answers.json', import.meta.url));
  const lines = answers.map((answer) => JSON.stringify('error' in answer ? 'error' : answer.manifests));
  writeFileSync(file, `{"count":${count},"seed":${seed},"answers":[\n${lines.join(',\n')}\n]}\n`);
}
