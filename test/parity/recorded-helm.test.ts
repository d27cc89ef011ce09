import { describe, expect, it } from 'vitest';
import { compareCase } from '../../src/dev/compare-cases.ts';
import { caseGroups, readAnswers, readCases, recordedAnswer } from '../../src/dev/helm-case.ts';

/** How many cases there were when the test was last looked at; they may only become more. */
const AT_LEAST = 1086;

describe('chartlint answers as Helm did when it was recorded', () => {
  it('has enough cases, each with its own id', () => {
    let cases = 0;
    for (const group of caseGroups()) {
      const ids = readCases(group).map((one) => one.id);
      expect(new Set(ids).size, group).toBe(ids.length);
      expect(Object.keys(readAnswers(group).answers).sort(), group).toEqual(ids.sort());
      cases += ids.length;
    }
    expect(cases).toBeGreaterThanOrEqual(AT_LEAST);
  });

  describe.each(caseGroups())('%s', (group) => {
    const recorded = readAnswers(group);
    const cases = readCases(group).flatMap((one) =>
      (['helm3', 'helm4'] as const).map((helm) => ({ one, helm, id: one.id })),
    );
    it.each(cases)('$id ($helm)', ({ one, helm }) => {
      const answer = recordedAnswer(recorded, one.id, helm);
      if (!answer) throw new Error('no recorded answer: run tsx src/dev/record-helm.ts');
      const { chartlint, agrees, explained } = compareCase(one, helm, recorded.versions[helm], answer);
      if (explained === undefined) expect(chartlint).toEqual(answer);
      else expect(agrees, `the case says that it differs: ${explained}`).toBe(false);
    });
  });
});
