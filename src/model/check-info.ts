import type { CheckId } from './check-id.ts';
import type { Severity } from './severity.ts';

/** What is known about an id that a report can contain and that is no rule: a parser, schema or engine check. */
export interface CheckInfo {
  /** `schema/type`, `yaml/syntax`, `suppression/unused`. */
  readonly id: CheckId;
  /** The usual severity; some findings of the check may have another. */
  readonly severity: Severity;
  /** One sentence: what is reported. */
  readonly summary: string;
  /** Why it matters, and what to do about it. */
  readonly why: string;
  /** It is about the run, not about the values: no setting, comment or baseline hides it, and the run ends with exit code 2. */
  readonly aboutRun?: true;
}
