import { describe, expect, it } from 'vitest';
import { readTemplateAnswers, readTemplateCases } from '../../src/dev/template-case.ts';
import { goBuiltins } from '../../src/templates/functions/builtins/go-builtins.ts';
import { FROM_TOML } from '../../src/templates/functions/from-toml-function.ts';
import { JSON_FUNCTIONS } from '../../src/templates/functions/json-functions.ts';
import { functionRegistry } from '../../src/templates/functions/registry.ts';
import { TOML_FUNCTIONS } from '../../src/templates/functions/toml-functions.ts';
import { YAML_FUNCTIONS } from '../../src/templates/functions/yaml-functions.ts';
import { wrongAnswers } from './wrong-answers.ts';

const functions = functionRegistry([goBuiltins, JSON_FUNCTIONS, YAML_FUNCTIONS, TOML_FUNCTIONS, [FROM_TOML]]);
/** What comes from elsewhere is replayed with the functions. */
const OTHERS = /\b(?:nindent|indent|list|dict|tuple|int64)\b/;

describe.each([false, true])('texts as Go writes and reads them; traced: %s', (traced) => {
  it.each([
    ['printf', 1200],
    ['to-yaml-json', 440],
    ['from-json', 120],
    ['from-yaml', 230],
    ['toml', 30],
  ] as const)('%s', (group, least) => {
    const { answers } = readTemplateAnswers(group);
    const cases = readTemplateCases(group).filter(({ name }) => name in answers && !OTHERS.test(name));
    expect(wrongAnswers(cases, answers, { helm: 4, functions, traced })).toEqual([]);
    expect(cases.length).toBeGreaterThan(least);
  });
});
