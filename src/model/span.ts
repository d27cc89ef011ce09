import type { Source } from './source.ts';

/** A half-open range of UTF-16 offsets in one text. Line and column are computed at the edge, for printing. */
export interface Span extends Range {
  readonly source: Source;
  /** Of a value that is written at an anchor: the alias that stands for it here. */
  readonly alias?: Range;
  /** Of an alias: the value that it stands for. */
  readonly anchor?: Range;
}

/** Offsets in a text that is known. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a reader finds the value used: the alias (`*name`) that stands for it, else the value itself. */
export function atAlias(span: Span): Span {
  const { source, start, end, alias } = span;
  return alias === undefined ? span : { source, ...alias, anchor: { start, end } };
}
