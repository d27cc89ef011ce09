import { describe, expect, it } from 'vitest';
import { differingAnswers, isApart } from '../../src/dev/differing-answers.ts';
import { readTemplateAnswers, readTemplateCases } from '../../src/dev/template-case.ts';
import { loadFunctions } from '../../src/templates/functions/load-functions.ts';

/** Groups of calls with the number that Helm answers in one way. */
const GROUPS = {
  crypto: 420,
  dates: 970,
  dicts: 1660,
  lists: 1390,
  numbers: 2590,
  random: 490,
  'random-calls': 1190,
  reflection: 1490,
  regex: 2100,
  semver: 490,
  strings: 3230,
  urls: 510,
};

describe('functions of templates', () => {
  it.each(Object.entries(GROUPS))('%s: Helm 4 answers so to at least %i calls', async (group, least) => {
    const { answers } = readTemplateAnswers(group);
    const cases = readTemplateCases(group);
    const functions = await loadFunctions(
      4,
      cases.map(({ template }) => template),
    );
    expect(differingAnswers(group, cases, { helm: 4, functions })).toEqual([]);
    expect(cases.filter(({ name }) => answers[name] !== undefined).length).toBeGreaterThanOrEqual(least);
  });

  it('answers as Helm 3 where that is not what Helm 4 answers, and to every tenth call', async () => {
    const texts = Object.keys(GROUPS).flatMap(readTemplateCases);
    const functions = await loadFunctions(
      3,
      texts.map(({ template }) => template),
    );
    let asked = 0;
    for (const group of Object.keys(GROUPS)) {
      const { answers } = readTemplateAnswers(group);
      const cases = readTemplateCases(group).filter(({ name }, i) => {
        const answer = answers[name];
        return answer !== undefined && (i % 10 === 0 || isApart(answer));
      });
      asked += cases.length;
      expect(differingAnswers(group, cases, { helm: 3, functions })).toEqual([]);
    }
    expect(asked).toBeGreaterThan(1500);
  });
});
