import type { LintContext } from '../model/lint-context.ts';

/** What a run lints and how, after the command line is parsed. */
export interface LintOptions {
  readonly cwd: string;
  /** Files, directories and globs; empty means the working directory. */
  readonly inputs: readonly string[];
  /** Values files laid over each linted file, as `helm -f` would. */
  readonly overlays: readonly string[];
  /** Name of a shipped chart, or a chart directory. */
  readonly chart?: string;
  /** A JSON Schema file. */
  readonly schema?: string;
  /** The text of the values when they come from standard input. */
  readonly stdin?: { readonly text: string; readonly filename: string };
  readonly context: LintContext;
}

/** Wrong use: a bad flag, a path that cannot be read. The run stops with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
