import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import { ReadFailure } from '../model/read-failure.ts';
import type { Release } from '../model/release.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import { ruleIdOf } from '../model/rule-id.ts';
import { failureFinding } from './failure-finding.ts';
import { LimitedFindings } from './limited-findings.ts';
import { placeFact } from './place-fact.ts';
import { secretValueHider } from './secret-value-hider.ts';

/**
 * What the rules that are on and apply to the release's chart find in it.
 * @param own the rules about the release's chart alone, which come with the chart.
 * @param failed what is reported about a rule that throws. It may throw as well.
 */
export function runRules(
  release: Release,
  own: readonly Rule[],
  policy: Pick<Policy, 'rules' | 'options' | 'limits'>,
  failed: typeof failedRule = failedRule,
): Finding[] {
  const file = release.files[0]?.shown ?? '';
  const { chart } = release;
  const findings = new LimitedFindings(policy.limits);
  const ownById = new Map(own.map((rule) => [rule.id, rule]));
  for (const head of policy.rules) {
    if (head.chart !== undefined && head.chart !== chart?.name) continue;
    const rule = isLoaded(head) ? head : ownById.get(head.id);
    if (rule === undefined) continue;
    try {
      const id = ruleIdOf(rule);
      for (const fact of rule.check(release, policy.options(rule, file))) {
        if (!findings.hasRoomFor(id)) break;
        findings.add(placeFact(fact, id, rule.severity, release.values));
      }
    } catch (error) {
      findings.all.push(failed(rule, error, release));
    }
  }
  return findings.all;
}

/** The rules about one chart come with the chart. */
function isLoaded(head: RuleHead): head is Rule {
  return 'check' in head;
}

/** One rule that fails costs only its own findings. */
function failedRule({ id }: RuleHead, error: unknown, release: Release): Finding {
  // What the rule asked for could not be read: the rule is not to blame.
  if (error instanceof ReadFailure) return failureFinding(error, `the rule "${id}"`);
  const { files, values } = release;
  const [source] = files;
  const reason = secretValueHider(release)(error instanceof Error ? error.message : String(error));
  return {
    rule: 'rule/failed',
    severity: 'error',
    problem: `The rule "${id}" failed with ${JSON.stringify(reason)}`,
    why: 'What it would find here is not known; all other findings stand. The mistake is in the rule, not in the values.',
    help: 'Report it to the authors of the rule, and set the rule to off until it is mended.',
    span: source === undefined ? values.locate([], 'value').span : { source, start: 0, end: 0 },
    path: '',
    related: [],
  };
}
