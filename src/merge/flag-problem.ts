import type { Span } from '../model/span.ts';

/** What is wrong with a `--set` flag. */
export interface FlagProblem {
  /** In the flag's document (`--set image.tag=latest`, name included). */
  readonly span: Span;
  /** What is wrong and what to write instead. */
  readonly message: string;
  /** Whether Helm refuses the flag; otherwise it silently drops what is meant here. */
  readonly refused: boolean;
}

/** Thrown inside the parser; offsets count from the start of the flag's text, its name not included. */
export class FlagError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}
