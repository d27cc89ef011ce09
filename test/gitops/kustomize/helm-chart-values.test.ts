import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerKustomizeChart } from '../../../src/dev/answer-kustomize-chart.ts';
import { randomKustomizeCharts } from '../../../src/dev/random-kustomize-charts.ts';
import { KUSTOMIZE_CHART_CASES } from '../kustomize-chart-cases.ts';

/** What charts got from the real Kustomize; `src/dev/record-kustomize-charts.ts` records it anew. */
const recorded: { named: Record<string, unknown>; count: number; seed: number; random: unknown[] } =
  JSON.parse(
    readFileSync(new URL('../../../fixtures/gitops/kustomize-chart-answers.json', import.meta.url), 'utf8'),
  );
/** The Helm that Kustomize ran. */
const HELM = '3.21.4';

describe('what a chart gets from helmCharts', () => {
  it.each(KUSTOMIZE_CHART_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(recorded.named[name]).toBeDefined();
    expect(answerKustomizeChart(one, HELM).values).toEqual(recorded.named[name]);
  });

  const cases = randomKustomizeCharts(recorded.count, recorded.seed);

  it.each(cases.map((one, i) => [one.name, one, recorded.random[i]] as const))('%s', (_, one, real) => {
    const { values, release } = answerKustomizeChart(one, HELM);
    const stops = release.findings.some(({ severity }) => severity === 'error');
    expect(stops ? 'error' : values).toEqual(real);
  });
});
