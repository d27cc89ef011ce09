import { describe, expect, it } from 'vitest';
import { differingAnswers } from '../../src/dev/differing-answers.ts';
import { readTemplateAnswers, readTemplateCases } from '../../src/dev/template-case.ts';
import { loadFunctions } from '../../src/templates/functions/load-functions.ts';

/** Groups with the number of templates that Helm answers in one way. `npm run fuzz:templates` asks Helm about more of the second. */
const GROUPS = { constructs: 3700, 'random-templates': 360 };

describe('templates', () => {
  it.each(
    Object.entries(GROUPS).flatMap(([group, least]) => [
      { group, least, helm: 3 as const, traced: false },
      { group, least, helm: 4 as const, traced: true },
    ]),
  )('$group: answers as Helm $helm does; traced: $traced', async ({ group, least, helm, traced }) => {
    const { answers } = readTemplateAnswers(group);
    const cases = readTemplateCases(group);
    const texts = cases.flatMap(({ template, helpers }) => [template, ...Object.values(helpers ?? {})]);
    const functions = await loadFunctions(helm, texts);
    expect(differingAnswers(group, cases, { helm, functions, traced })).toEqual([]);
    expect(cases.filter(({ name }) => answers[name] !== undefined).length).toBeGreaterThan(least);
  });
});
