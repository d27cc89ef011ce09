import type { Range, Span } from './span.ts';

/** A `# chartlint-disable…` or `# chartlint-enable…` comment. */
export interface ControlComment extends Span {
  /** The block of text in a manifest that it stands in (`values: |`) and counts for; undefined for a comment of the file itself. */
  readonly within?: Range;
}
