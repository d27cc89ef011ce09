import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import type { Rule, RuleHead } from '../model/rule.ts';
import { placeFact } from './place-fact.ts';

/** What the rules that are on and apply to the release's chart find in it. */
export function runRules(release: Release, policy: Pick<Policy, 'rules' | 'options'>): Finding[] {
  const file = release.files[0]?.shown ?? '';
  const { chart } = release;
  const findings: Finding[] = [];
  for (const head of policy.rules) {
    if (head.chart !== undefined && head.chart !== chart?.name) continue;
    const rule = isLoaded(head) ? head : chart?.rules?.find(({ id }) => id === head.id);
    if (rule !== undefined) runRule(rule, release, policy.options(rule, file), findings);
  }
  return findings;
}

/** The rules about one chart come with the chart. */
function isLoaded(head: RuleHead): head is Rule {
  return 'check' in head;
}

function runRule(rule: Rule, release: Release, options: JsonObject, findings: Finding[]): void {
  try {
    for (const fact of rule.check(release, options)) {
      findings.push(placeFact(fact, rule.id, rule.severity, release.values));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `the rule ${rule.id} failed on ${release.files.map(({ shown }) => shown).join(', ')}: ${reason}`,
      { cause: error },
    );
  }
}
