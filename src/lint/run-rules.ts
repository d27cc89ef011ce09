import type { Finding } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import type { Rule } from '../model/rule.ts';
import { placeFact } from './place-fact.ts';

/** What the rules that apply to the release's chart find in it. */
export function runRules(release: Release, rules: readonly Rule[]): Finding[] {
  return rules
    .filter((rule) => rule.chart === undefined || rule.chart === release.chart?.name)
    .flatMap((rule) =>
      Array.from(rule.check(release, {}), (fact) => placeFact(fact, rule.id, rule.severity, release.values)),
    );
}
