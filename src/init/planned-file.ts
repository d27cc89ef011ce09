/** A file that setting up would write, relative to the root of the repository with forward slashes. */
export interface PlannedFile {
  readonly file: string;
  /** Undefined when there is no such file yet. */
  readonly before: string | undefined;
  readonly after: string;
  /** Made by a program, so not worth a diff. */
  readonly generated?: boolean;
}

/** A file that is there already and cannot be extended; the message says why, for people. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
}
