/** One key or index of a flag's name, and where it stands in the flag's text. */
export interface FlagSegment {
  readonly name: string | number;
  readonly start: number;
  readonly end: number;
}
