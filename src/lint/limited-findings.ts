import type { Finding } from '../model/finding.ts';
import { LIMITS } from '../model/limits.ts';

/** Findings in one release: of each rule at most `LIMITS.ruleFindings`, and one word that there are more. */
export class LimitedFindings {
  readonly all: Finding[] = [];
  readonly #last = new Map<string, { count: number; finding: Finding }>();

  /** Whether another finding of the rule would be kept. The first that is not is told in its place. */
  hasRoomFor(rule: string): boolean {
    const last = this.#last.get(rule);
    if (last === undefined || last.count < LIMITS.ruleFindings) return true;
    if (last.count++ === LIMITS.ruleFindings) this.all.push(tooMany(rule, last.finding));
    return false;
  }

  add(finding: Finding): void {
    const count = (this.#last.get(finding.rule)?.count ?? 0) + 1;
    this.#last.set(finding.rule, { count, finding });
    this.all.push(finding);
  }
}

/** The rest of what a rule finds is left out, where the last finding that is reported stands. */
function tooMany(id: string, last: Finding): Finding {
  const said = {
    problem: `The rule "${id}" finds more than ${LIMITS.ruleFindings} mistakes here (limit "ruleFindings")`,
    why: 'The others are not reported.',
  };
  return {
    rule: 'rule/limit',
    severity: 'warning',
    ...said,
    span: last.span,
    path: last.path,
    related: [],
  };
}
