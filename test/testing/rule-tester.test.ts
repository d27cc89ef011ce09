import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { defineRule, type Rule } from '../../src/model/rule.ts';
import { type RuleCases, testRule } from '../../src/testing/rule-tester.ts';

/** Reports `bad: true` and sets it to false. */
function rule(more: Partial<Rule> = {}, fact: Partial<Fact> = {}): Rule {
  return defineRule({
    id: 'no-bad',
    severity: 'warning',
    recommended: true,
    docs: { summary: 'Something is bad.', why: 'It hurts.', source: 'Experience.' },
    examples: { bad: [{ values: 'bad: true\n' }], good: [{ values: 'bad: false\n' }] },
    *check({ values }) {
      if (values.data.bad !== true) return;
      const replace = [{ at: ['bad'], text: 'false' }];
      yield {
        at: ['bad'],
        message: 'bad is true.',
        fix: { title: 'Set it to false', safe: true, replace },
        ...fact,
      };
    },
    ...more,
  });
}

const cases: RuleCases = {
  good: ['bad: 0\n'],
  bad: [
    {
      values: 'bad: true # why\n',
      findings: [{ at: 'bad', message: /true/, line: 1, column: 6 }],
      fixed: 'bad: false # why\n',
    },
  ],
};
const bad = cases.bad[0]!;
const failure = async (tested: Rule, its: RuleCases = cases): Promise<string> =>
  testRule(tested, its).then(
    () => 'passes',
    (error: Error) => error.message.split('\n').slice(1).join('\n'),
  );

describe('testRule', () => {
  it('accepts a rule that does what its cases say', async () => {
    expect(await failure(rule())).toBe('passes');
  });

  it.each<[string, RuleCases, RegExp]>([
    ['a case that stands twice', { ...cases, good: ['bad: 0\n', 'bad: 0\n'] }, /stands twice/],
    ['the same values good and bad', { ...cases, good: [bad.values] }, /stands twice/],
    ['no good case', { ...cases, good: [] }, /no good case/],
    ['no bad case', { ...cases, bad: [] }, /no bad case/],
    [
      'a good case on which the rule fires',
      { ...cases, good: ['bad: true\n'] },
      /nothing must be found, but at \/bad/,
    ],
    [
      'a bad case on which it does not',
      { ...cases, bad: [{ values: 'x: 1\n', findings: [{ at: 'x' }] }] },
      /1 findings are expected, but 0 are made: nothing/,
    ],
    ['a bad case without findings', { ...cases, bad: [{ ...bad, findings: [] }] }, /at least one finding/],
    [
      'another place',
      { ...cases, bad: [{ ...bad, findings: [{ at: 'worse' }] }] },
      /about \/bad, not \/worse/,
    ],
    [
      'another line',
      { ...cases, bad: [{ ...bad, findings: [{ at: '/bad', line: 2 }] }] },
      /its line is 1, not 2/,
    ],
    [
      'other words',
      { ...cases, bad: [{ ...bad, findings: [{ at: 'bad', message: 'bad' }] }] },
      /its message is "bad is true."/,
    ],
    [
      'another severity',
      { ...cases, bad: [{ ...bad, findings: [{ at: 'bad', severity: 'error' }] }] },
      /severity is warning, not error/,
    ],
    [
      'a fix whose outcome is not given',
      { ...cases, bad: [{ values: bad.values, findings: bad.findings }] },
      /needs "fixed"/,
    ],
    [
      'a fix with another outcome',
      { ...cases, bad: [{ ...bad, fixed: 'bad: no\n' }] },
      /after the fixes are "bad: false # why\\n"/,
    ],
    ['values that are none', { ...cases, bad: [{ ...bad, values: '[' }] }, /no values file/],
  ])('refuses %s', async (_, its, problem) => {
    expect(await failure(rule(), its)).toMatch(problem);
  });

  it.each<[string, Rule, RegExp]>([
    [
      'changes other values',
      rule({}, { fix: { title: 'F', safe: true, replace: [{ at: ['bad'], text: 'false\nworse: true' }] } }),
      /rolled back, because it would also change \/worse/,
    ],
    [
      'breaks the file',
      rule({}, { fix: { title: 'F', safe: true, replace: [{ at: ['bad'], text: '[' }] } }),
      /could not read the file/,
    ],
    [
      'changes nothing',
      rule({}, { fix: { title: 'F', safe: true, replace: [{ at: ['bad'], text: 'true' }] } }),
      /changes nothing/,
    ],
    [
      'never ends',
      rule({}, { fix: { title: 'F', safe: true, replace: [{ at: ['bad'], text: ' true' }] } }),
      /never end/,
    ],
  ])('refuses a fix that %s', async (_, tested, problem) => {
    expect(await failure(tested)).toMatch(problem);
  });

  it('refuses an outcome where there is no fix', async () => {
    const check: Rule['check'] = ({ values }) =>
      values.data.bad === true ? [{ at: ['bad'], message: 'bad is true.' }] : [];
    expect(await failure(rule({ check }))).toMatch(/"fixed" is given, but the rule offers no fix/);
  });

  it.each<[string, Rule, RegExp]>([
    [
      'a bad example that does not fire',
      rule({ examples: { bad: [{ values: 'x: 1\n' }], good: [{ values: 'y: 1\n' }] } }),
      /does not fire on its bad example/,
    ],
    [
      'a good example that fires',
      rule({ examples: { bad: [{ values: 'bad: true\n' }], good: [{ values: 'bad: yes\n' }] } }),
      /fires on its good example/,
    ],
    [
      'no examples',
      rule({ examples: { bad: [], good: [] } }),
      /examples.bad is empty\n- examples.good is empty/,
    ],
    [
      'an example twice',
      rule({
        examples: {
          bad: [{ values: 'bad: true\n' }, { values: 'bad: true\n' }],
          good: [{ values: 'y: 1\n' }],
        },
      }),
      /an example stands twice/,
    ],
    ['no reason', rule({ docs: { summary: 'x', why: ' ', source: 'x' } }), /docs.why is empty/],
    ['a prefix in the id', rule({ id: 'acme/no-bad' }), /id: "acme\/no-bad"/],
  ])('refuses documentation with %s', async (_, tested, problem) => {
    expect(await failure(tested)).toMatch(problem);
  });
});
