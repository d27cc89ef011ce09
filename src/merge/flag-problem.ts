import type { Span } from '../model/span.ts';
import { joinStatement, type Statement } from '../model/statement.ts';

/** What is wrong with a `--set` flag. */
export interface FlagProblem extends Statement {
  /** In the flag's document (`--set image.tag=latest`, name included). */
  readonly span: Span;
  /** Whether Helm refuses the flag; otherwise it silently drops what is meant here. */
  readonly refused: boolean;
}

/** Thrown inside the parser; offsets count from the start of the flag's text, its name not included. */
export class FlagError extends Error {
  readonly said: Statement;
  readonly start: number;
  readonly end: number;

  constructor(said: Statement, start: number, end: number) {
    super(joinStatement(said));
    this.said = said;
    this.start = start;
    this.end = end;
  }
}
