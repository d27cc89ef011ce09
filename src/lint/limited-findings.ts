import type { Finding } from '../model/finding.ts';
import { type Limits, raiseLimit } from '../model/user-limits.ts';

/** Findings in one release: of each rule at most as many as the limit says, and one word that there are more. */
export class LimitedFindings {
  readonly all: Finding[] = [];
  readonly #most: number;
  readonly #last = new Map<string, { count: number; finding: Finding }>();

  constructor({ ruleFindings }: Pick<Limits, 'ruleFindings'>) {
    this.#most = ruleFindings;
  }

  /** Whether another finding of the rule would be kept. The first that is not is told in its place. */
  hasRoomFor(rule: string): boolean {
    const last = this.#last.get(rule);
    if (last === undefined || last.count < this.#most) return true;
    if (last.count++ === this.#most) this.all.push(tooMany(rule, last.finding, this.#most));
    return false;
  }

  add(finding: Finding): void {
    const count = (this.#last.get(finding.rule)?.count ?? 0) + 1;
    this.#last.set(finding.rule, { count, finding });
    this.all.push(finding);
  }
}

/** The rest of what a rule finds is left out, where the last finding that is reported stands. */
function tooMany(id: string, last: Finding, most: number): Finding {
  const said = {
    problem: `The rule "${id}" finds more than ${most} mistakes here (limit "ruleFindings")`,
    why: 'The others are not reported.',
    help: raiseLimit('ruleFindings'),
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
