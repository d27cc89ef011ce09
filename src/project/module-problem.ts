import { UsageError } from '../files/usage-error.ts';
import type { Statement } from '../model/statement.ts';

/** A module of the user's that cannot be loaded. As an error of the run it is one line; `said` has its parts. */
export class ModuleProblem extends UsageError {
  readonly said: Statement;

  /** @param reason what the module itself says, on one line. */
  constructor(shown: string, problem: string, reason?: string) {
    super(`"${shown}" ${problem}${reason === undefined ? '' : `: ${reason}`}`);
    this.said = { problem, ...(reason === undefined ? {} : { why: `It says "${reason}".` }) };
  }
}
