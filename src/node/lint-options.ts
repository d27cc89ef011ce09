import type { Config } from '../config/config.ts';
import type { FileSettings } from '../config/file-settings.ts';
import type { FlagKind } from '../merge/apply-flag.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { Shard } from '../model/shard.ts';
import type { ChangeSet } from './change-set.ts';

/** What a run lints and how, after the command line is parsed. */
export interface LintOptions {
  readonly cwd: string;
  /** Files, directories and globs; empty means the working directory. */
  readonly inputs: readonly string[];
  /** Lint only those of the inputs that git sees changed. */
  readonly changes?: ChangeSet | undefined;
  /** Values files laid over each linted file, as `helm -f` would. */
  readonly overlays: readonly string[];
  /** `--set…` flags, in the order in which they were given. */
  readonly sets: readonly SetFlag[];
  /** Merge as this version of Helm does; the newest that chartlint knows by default. */
  readonly helmVersion?: string;
  /** Name of a shipped chart, or a chart directory. */
  readonly chart?: string;
  /** A JSON Schema file. */
  readonly schema?: string;
  /** The text of the values when they come from standard input. */
  readonly stdin?: { readonly text: string; readonly filename: string };
  /** Lint only this part of the releases. */
  readonly shard?: Shard;
  /** What flags say; wins over what the configuration says about a file. */
  readonly context: LintContext;
  /** Called after each linted release. */
  readonly onProgress?: (linted: number, total: number) => void;
  /** What the configuration says about single files, and the folder where its paths start. */
  readonly settings?: FileSettings & ProjectSettings;
}

/** What the configuration says about the project as a whole; its relative paths start at the folder. */
export interface ProjectSettings extends Pick<Config, 'schemaRefs' | 'stacks'> {
  readonly folder: string;
}

/** One `--set…` flag. */
export interface SetFlag {
  readonly kind: FlagKind;
  readonly text: string;
}

/** Wrong use: a bad flag, a path that cannot be read. The run stops with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
