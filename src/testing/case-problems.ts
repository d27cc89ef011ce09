import type { Finding } from '../model/finding.ts';
import { toPointer } from '../model/json-pointer.ts';
import { LineIndex } from '../model/line-index.ts';
import { parseValuesPath } from '../model/parse-values-path.ts';
import type { Rule } from '../model/rule.ts';
import { joinStatement } from '../model/statement.ts';
import { fixEverything } from './fix-everything.ts';
import { lintExample } from './lint-example.ts';
import type { BadCase, ExpectedFinding, GoodCase, RuleCases } from './rule-cases.ts';

/** What is wrong with the cases or with what the rule says about them: one sentence each. */
export async function caseProblems(rule: Rule, { good, bad }: RuleCases): Promise<string[]> {
  const goodCases = good.map((one): GoodCase => (typeof one === 'string' ? { values: one } : one));
  const problems = duplicates([...goodCases, ...bad]);
  if (good.length === 0) problems.push('there is no good case');
  if (bad.length === 0) problems.push('there is no bad case');
  for (const one of goodCases) {
    for (const finding of await findingsOf(rule, one, problems)) {
      const says = joinStatement(finding);
      problems.push(`${title(one)}: nothing must be found, but at ${finding.path} the rule says: ${says}`);
    }
  }
  for (const one of bad) problems.push(...(await badCaseProblems(rule, one)));
  return problems;
}

async function findingsOf(rule: Rule, one: GoodCase, problems: string[]): Promise<Finding[]> {
  try {
    return await lintExample(one, [rule]);
  } catch (error) {
    problems.push(`${title(one)}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

async function badCaseProblems(rule: Rule, one: BadCase): Promise<string[]> {
  const problems: string[] = [];
  const findings = await findingsOf(rule, one, problems);
  if (problems.length > 0) return problems.map(String);
  const say = (problem: string): void => void problems.push(`${title(one)}: ${problem}`);
  if (one.findings.length === 0) say('a bad case lists at least one finding');
  if (findings.length !== one.findings.length) {
    const found =
      findings.map((finding) => `${finding.path}: ${joinStatement(finding)}`).join('; ') || 'nothing';
    say(`${one.findings.length} findings are expected, but ${findings.length} are made: ${found}`);
  }
  const sorted = [...findings].sort((a, b) => a.span.start - b.span.start);
  for (const [i, expected] of one.findings.entries()) {
    const finding = sorted[i];
    if (finding === undefined) continue;
    for (const problem of differences(finding, expected, one.values)) say(`findings[${i}]: ${problem}`);
  }
  const offersFix = findings.some(({ fix }) => fix !== undefined);
  if (offersFix && one.fixed === undefined)
    say('the rule offers a fix, so the case needs "fixed": the values after it');
  if (!offersFix && one.fixed !== undefined) say('"fixed" is given, but the rule offers no fix');
  if (!offersFix) return problems;
  const fixed = await fixEverything(one, rule);
  for (const problem of fixed.problems) say(problem);
  if (fixed.problems.length === 0 && one.fixed !== undefined && fixed.values !== one.fixed) {
    say(`the values after the fixes are ${JSON.stringify(fixed.values)}, not ${JSON.stringify(one.fixed)}`);
  }
  return problems;
}

function differences(finding: Finding, expected: ExpectedFinding, values: string): string[] {
  const problems: string[] = [];
  const path =
    expected.at.startsWith('/') || expected.at === '' ? expected.at : toPointer(parseValuesPath(expected.at));
  if (finding.path !== path) problems.push(`it is about ${finding.path}, not ${path}`);
  const { message, severity } = expected;
  const says = joinStatement(finding);
  const matches =
    message === undefined || (typeof message === 'string' ? message === says : message.test(says));
  if (!matches) problems.push(`its message is ${JSON.stringify(says)}, not ${String(message)}`);
  if (/[\r\n]/.test(says) || says.trim() === '') {
    problems.push('its message is not one line of text');
  }
  if (severity !== undefined && severity !== finding.severity) {
    problems.push(`its severity is ${finding.severity}, not ${severity}`);
  }
  const at = new LineIndex(values).positionAt(finding.span.start);
  for (const part of ['line', 'column'] as const) {
    if (expected[part] !== undefined && expected[part] !== at[part]) {
      problems.push(`its ${part} is ${at[part]}, not ${expected[part]}`);
    }
  }
  return problems;
}

function duplicates(cases: readonly GoodCase[]): string[] {
  const seen = new Set<string>();
  return cases.flatMap((one) => {
    const { values, chart, environment, defaults, templates, cni, options } = one;
    const key = JSON.stringify([values, chart, environment, defaults, templates, cni, options]);
    const isSecond = seen.has(key);
    seen.add(key);
    return isSecond ? [`${title(one)}: the case stands twice`] : [];
  });
}

function title({ name, values }: GoodCase): string {
  return name ?? JSON.stringify(values);
}
