import type { JsonObject } from '../model/json-value.ts';
import type { RuleExample } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';

/** What `chartlint rules` and `chartlint explain` show of a rule or check. */
export interface RuleEntry {
  readonly id: string;
  readonly kind: 'rule' | 'check';
  readonly severity: Severity;
  /** How the configuration at hand sets it: `on` means the rule's own severity. */
  readonly setting: 'off' | 'on' | Severity;
  readonly recommended: boolean;
  readonly chart?: string;
  readonly summary: string;
  readonly why: string;
  readonly source?: string;
  readonly options?: JsonObject;
  readonly examples?: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
  /** Link to its page. */
  readonly docs?: string;
}
