import type { EntryPart } from './entry-part.ts';
import type { ValuesPath } from './values-path.ts';

/**
 * A fix in terms of values paths; the engine turns it into text edits in the files that wrote them. A proposal of which
 * one part is about a path that no file writes, or cannot be done without touching other text, is dropped as a whole.
 */
export interface FixProposal {
  /** What the fix does, imperative: `Quote the value`. */
  readonly title: string;
  /** Safe when the meaning cannot change for the worse. */
  readonly safe: boolean;
  readonly replace?: readonly {
    readonly at: ValuesPath;
    /** Default `value`. */
    readonly part?: EntryPart;
    /** YAML source text that takes the place of the key or value. */
    readonly text: string;
  }[];
  /** Entries of maps that go, with the comment behind them. A map that holds nothing else goes with them. */
  readonly remove?: readonly ValuesPath[];
  /** New last entries of maps that a file writes. */
  readonly insert?: readonly {
    /** The new entry; the map around it has to be there, and the key not. */
    readonly at: ValuesPath;
    /** YAML source text of the value; in further lines indentation counts from the key. */
    readonly text: string;
  }[];
  /** Entries that go up into a map around them, value and comments as they are written. */
  readonly move?: readonly { readonly from: ValuesPath; readonly to: ValuesPath }[];
}
