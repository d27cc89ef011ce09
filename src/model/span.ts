/** A half-open range of UTF-16 offsets in one file. Line and column are computed at the edge, for printing. */
export interface Span {
  /** As shown to the user: relative to the working directory, forward slashes; or a flag such as `--set a=b`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
