import type { Source } from './source.ts';

/** A half-open range of UTF-16 offsets in one text. Line and column are computed at the edge, for printing. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}
