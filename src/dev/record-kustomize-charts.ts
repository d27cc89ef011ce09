import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KUSTOMIZE_CHART_CASES } from '../../test/gitops/kustomize-chart-cases.ts';
import { sameValue } from '../merge/same-value.ts';
import type { JsonObject } from '../model/json-value.ts';
import { answerKustomizeChart } from './answer-kustomize-chart.ts';
import { askKustomizeChart } from './ask-kustomize-chart.ts';
import { randomKustomizeCharts } from './random-kustomize-charts.ts';

/**
 * Asks the real Kustomize what a chart gets: `record-kustomize-charts KUSTOMIZE HELM [COUNT SEED]`, the first two paths of programs (`go install
 * sigs.k8s.io/kustomize/kustomize/v5@v5.8.1`). With a count it compares random entries and prints where our code says something else; without, it
 * writes the answers to a fixture for tests that have neither.
 */
const RECORDED = { count: 100, seed: 1, helmVersion: '3.21.4' };
const [kustomize = 'kustomize', helm = 'helm', count = RECORDED.count, seed = RECORDED.seed] =
  process.argv.slice(2);
const cases = randomKustomizeCharts(Number(count), Number(seed));
const random: (JsonObject | 'error')[] = [];
let differ = 0;
for (const one of cases) {
  const real = askKustomizeChart(one, kustomize, helm);
  const { values, release } = answerKustomizeChart(one, RECORDED.helmVersion);
  random.push('error' in real ? 'error' : real);
  const stops = release.findings.find(({ severity }) => severity === 'error');
  const isSame = 'error' in real ? stops !== undefined : stops === undefined && sameValue(real, values);
  if (isSame) continue;
  differ++;
  process.stdout.write(`${JSON.stringify({ ...one, real, ours: stops?.problem ?? values }, null, 1)}\n`);
}
process.stdout.write(`${cases.length - differ} of ${cases.length} are answered as Kustomize does\n`);
if (process.argv.length < 5) {
  const named = Object.fromEntries(
    KUSTOMIZE_CHART_CASES.map((one) => [one.name, askKustomizeChart(one, kustomize, helm)]),
  );
  const target = fileURLToPath(
    new URL('../../fixtures/gitops/kustomize-chart-answers.json', import.meta.url),
  );
  const lines = random.map((answer) => JSON.stringify(answer)).join(',\n');
  const text = `{"named":${JSON.stringify(named, null, 1)},\n"count":${count},"seed":${seed},"random":[\n${lines}\n]}\n`;
  writeFileSync(target, text);
}
