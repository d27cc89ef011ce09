import type { EntryPart } from './entry-part.ts';
import type { FixProposal } from './fix-proposal.ts';
import type { Severity } from './severity.ts';
import type { Statement } from './statement.ts';
import type { ValuesPath } from './values-path.ts';

/**
 * What a rule or the schema states about the effective values. It names paths only; the engine adds the rule id,
 * the severity and the place in the file where the value was written.
 */
export interface Fact extends Partial<Statement> {
  readonly at: ValuesPath;
  /** Default `value`. */
  readonly part?: EntryPart;
  /** What is wrong, for rules of plugins that state no parts; `problem` wins. */
  readonly message?: string;
  readonly related?: readonly {
    readonly at: ValuesPath;
    readonly part?: EntryPart;
    readonly message: string;
  }[];
  /** Overrides the rule's own severity for this case. */
  readonly severity?: Severity;
  readonly fix?: FixProposal;
  /** Whether quotes around the value, or none, are what `help` is about: where something else decides about types, it says what does. */
  readonly quotes?: boolean;
  /** What brings it about, where that is one thing for all releases of a run: it is reported once, whatever the place and the words. */
  readonly cause?: string;
}
