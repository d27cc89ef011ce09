import type { RuleExample } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';

/** Values about which the rule must say nothing. */
export interface GoodCase extends RuleExample {
  /** For messages; the values by default. */
  readonly name?: string;
}

/** Values about which the rule must say exactly this. */
export interface BadCase extends GoodCase {
  /** Every finding, in the order of the file. */
  readonly findings: readonly ExpectedFinding[];
  /** The values after every fix, safe or not; required as soon as the rule offers a fix here. */
  readonly fixed?: string;
}

export interface ExpectedFinding {
  /** `image.tag`, `hosts[0].host`, or a JSON Pointer. */
  readonly at: string;
  /** The whole message, or what it must match. */
  readonly message?: string | RegExp;
  readonly severity?: Severity;
  /** 1-based, in the values. */
  readonly line?: number;
  readonly column?: number;
}

/** The cases of a rule. Both lists need at least one. */
export interface RuleCases {
  readonly good: readonly (string | GoodCase)[];
  readonly bad: readonly BadCase[];
}
