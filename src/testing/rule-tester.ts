import type { Rule, RuleExample } from '../model/rule.ts';
import { joinStatement } from '../model/statement.ts';
import { caseProblems } from './case-problems.ts';
import { lintExample } from './lint-example.ts';
import type { BadCase, ExpectedFinding, GoodCase, RuleCases } from './rule-cases.ts';

export type { BadCase, ExpectedFinding, GoodCase, RuleCases, RuleExample };

/**
 * Tests a rule strictly, with any test runner: resolves when all is as the cases say, else rejects with one error that lists
 * everything. Not only wrong findings fail, but also cases that stand twice, a fix whose outcome is not written down, a fix
 * that changes other values than it names or never ends, and examples of the rule that do not show what they should.
 */
export async function testRule(rule: Rule, cases: RuleCases): Promise<void> {
  const problems = [
    ...documentationProblems(rule),
    ...(await exampleProblems(rule)),
    ...(await caseProblems(rule, cases)),
  ];
  if (problems.length === 0) return;
  throw new Error(
    `the rule ${rule.id} does not pass:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );
}

function documentationProblems({ id, docs }: Rule): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    problems.push(`id: "${id}" is not lower-case letters, digits and dashes`);
  for (const part of ['summary', 'why', 'source'] as const) {
    if (typeof docs[part] !== 'string' || docs[part].trim() === '') problems.push(`docs.${part} is empty`);
  }
  return problems;
}

/** Examples are documentation, so each has to show what it is there for. */
async function exampleProblems(rule: Rule): Promise<string[]> {
  const problems: string[] = [];
  const { bad, good } = rule.examples;
  if (bad.length === 0) problems.push('examples.bad is empty');
  if (good.length === 0) problems.push('examples.good is empty');
  const seen = new Set<string>();
  for (const example of [...bad, ...good]) {
    const key = JSON.stringify(example);
    if (seen.has(key)) problems.push(`an example stands twice: ${JSON.stringify(example.values)}`);
    seen.add(key);
  }
  for (const example of bad) {
    if ((await lintExample(example, [rule])).length === 0) {
      problems.push(`the rule does not fire on its bad example ${JSON.stringify(example.values)}`);
    }
  }
  for (const example of good) {
    const [first] = await lintExample(example, [rule]);
    if (first === undefined) continue;
    problems.push(
      `the rule fires on its good example ${JSON.stringify(example.values)}: ${joinStatement(first)}`,
    );
  }
  return problems;
}
