import type { EntryPart } from './fact.ts';
import type { ValuesPath } from './values-path.ts';

/**
 * A fix in terms of values paths; the engine turns it into text edits in the files that wrote them. A proposal about
 * a path that no file writes is dropped.
 */
export interface FixProposal {
  /** What the fix does, imperative: `Quote the value`. */
  readonly title: string;
  /** Safe when the meaning cannot change for the worse. */
  readonly safe: boolean;
  readonly replace: readonly {
    readonly at: ValuesPath;
    /** Default `value`. */
    readonly part?: EntryPart;
    /** YAML source text that takes the place of the key or value. */
    readonly text: string;
  }[];
}
