import type { SchemaCheckId } from '../model/check-id.ts';
import type { Fact } from '../model/fact.ts';
import type { Mend } from '../model/mend.ts';
import type { Severity } from '../model/severity.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** One mistake that the JSON Schema of a chart finds in the effective values. */
export interface SchemaFact extends Fact {
  readonly problem: string;
  /** `schema/type`, `schema/required`, `schema/unknown-key` …; `schema/invalid` when the schema itself is broken. */
  readonly rule: SchemaCheckId;
  readonly severity: Severity;
  /** What the help says, as a change of the value. */
  readonly mend?: Mend;
  /** With a choice of keys that are all missing: the sets of which one is enough. */
  readonly alternatives?: readonly (readonly ValuesPath[])[];
  /** The rule that says the same with better words when it is enabled (`x-chartlint.coveredBy`). */
  readonly coveredBy?: string;
}
