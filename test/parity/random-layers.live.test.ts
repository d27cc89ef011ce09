import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askHelm } from '../../src/dev/ask-helm.ts';
import { compareCase } from '../../src/dev/compare-cases.ts';
import { findHelms } from '../../src/dev/find-helm.ts';
import type { HelmAnswer, HelmName } from '../../src/dev/helm-case.ts';
import { randomCase } from './random-case.ts';

const helms = findHelms();

if (helms.length === 0)
  it.skip('SKIPPED, no Helm on this machine: random layers against live Helm', () => {});

/** Random charts per Helm; `CHARTLINT_RANDOM_CASES` asks for more. */
const RUNS = Number(process.env.CHARTLINT_RANDOM_CASES ?? 60);

/** Milliseconds after which a Helm is asked no more, however many charts are left. */
const TIME = RUNS > 60 ? 3_600_000 : 25_000;

/** Helm 3 renders a chart that two aliases share under one of them only, so there the values alone count. */
function comparable(answer: HelmAnswer, helm: HelmName): object {
  return 'values' in answer && helm === 'helm3' ? answer.values : answer;
}

describe.skipIf(helms.length === 0)('random layers have the same effective values', () => {
  it.each(helms)('in $name $version', { timeout: 2 * TIME }, async (helm) => {
    await fc.assert(
      // Two cases at once: askHelm works on two, and Helm takes its time to start.
      fc.asyncProperty(randomCase, randomCase, async (a, b) => {
        const answers = await askHelm(helm, [a, b]);
        for (const [i, one] of [a, b].entries()) {
          const { helm: wanted, chartlint } = compareCase(one, helm.name, helm.version, answers[i]!);
          expect(comparable(chartlint, helm.name)).toEqual(comparable(wanted, helm.name));
        }
      }),
      { numRuns: RUNS / 2, interruptAfterTimeLimit: TIME, markInterruptAsFailure: false },
    );
  });
});
