import type { Span } from './span.ts';

/** Replace the text of the span; an empty span inserts. Every byte outside the span stays as it is. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  /** What the fix does, imperative: `Quote the value`. */
  readonly title: string;
  /** Safe when the meaning cannot change for the worse; only safe fixes are applied by `--fix`. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
  /** JSON Pointers of all values that the fix changes; a change anywhere else rolls it back. None for comments. */
  readonly paths?: readonly string[];
}
