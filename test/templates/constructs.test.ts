import { describe, expect, it } from 'vitest';
import { readTemplateAnswers, readTemplateCases } from '../../src/dev/template-case.ts';
import { goBuiltins } from '../../src/templates/functions/builtins/go-builtins.ts';
import type { GoFunction } from '../../src/templates/functions/go-function.ts';
import { functionRegistry } from '../../src/templates/functions/registry.ts';
import { wrongAnswers } from './wrong-answers.ts';

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
    const wrong = wrongAnswers(cases, answers, { helm, functions, traced });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(2900);
  });
});
