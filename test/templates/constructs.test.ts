import { describe, expect, it } from 'vitest';
import { answerTemplate } from '../../src/dev/answer-template.ts';
import {
  inHelm4Words,
  readTemplateAnswers,
  readTemplateCases,
  shortError,
} from '../../src/dev/template-case.ts';
import { goBuiltins } from '../../src/templates/functions/builtins/go-builtins.ts';
import type { GoFunction } from '../../src/templates/functions/go-function.ts';
import { functionRegistry } from '../../src/templates/functions/registry.ts';

/** Functions that come from elsewhere: what calls one of them is replayed with the functions. */
const OTHERS =
  'upper quote list dict slice until keys join trunc fail required hasKey get set b64enc ternary now toYaml'.split(
    ' ',
  );
const elsewhere = OTHERS.map(
  (name): GoFunction => ({
    name,
    params: ['interface {}'],
    variadic: true,
    result: 'string',
    call: () => '',
  }),
);
const functions = functionRegistry([goBuiltins, elsewhere]);
const usesOthers = new RegExp(`\\b(?:${OTHERS.join('|')}|count)\\b`);

const { answers } = readTemplateAnswers('constructs');
const cases = readTemplateCases('constructs').filter(
  ({ name }) => answers[name] !== undefined && !usesOthers.test(name),
);

describe.each([3, 4] as const)('templates as Helm %i executes them', (helm) => {
  it.each([false, true])('answers to every construct as Helm does; traced: %s', (traced) => {
    const wrong = cases.flatMap((one) => {
      const recorded = answers[one.name]!;
      const isApart = typeof recorded === 'object' && 'helm3' in recorded;
      const wanted = isApart ? recorded[helm === 3 ? 'helm3' : 'helm4'] : recorded;
      const answer = answerTemplate(one, { helm, functions, traced });
      if ('output' in answer) return answer.output === wanted ? [] : [{ ...one, wanted, got: answer.output }];
      const error = typeof wanted === 'string' ? undefined : wanted.error;
      const full = `template: c/templates/t:${error?.replace(/: /, ': executing "c/templates/t" at ')}`;
      const isRight =
        shortError(answer.error) === error ||
        answer.error === inHelm4Words(full) ||
        (error !== undefined && answer.error === inHelm4Words(error));
      return isRight ? [] : [{ name: one.name, wanted, got: answer.error }];
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(2900);
  });
});
