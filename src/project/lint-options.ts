import type { ChartChoice } from '../chart/chart-choice.ts';
import type { SetFlag } from '../merge/set-flag.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { RenderSettings } from '../model/render-settings.ts';
import type { Shard } from '../model/shard.ts';
import type { ChangeSet } from './change-set.ts';

/** What a run lints and how, after the command line is parsed. */
export interface LintOptions extends ChartChoice {
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
  /** The Helm that chartlint is a plugin of: counts where neither a flag nor the configuration names a version. */
  readonly callingHelm?: string;
  /** The release and the cluster that charts are rendered for. */
  readonly rendering?: RenderSettings;
  /** The text of the values when they come from standard input. */
  readonly stdin?: { readonly text: string; readonly filename: string };
  /** Lint only this part of the releases. */
  readonly shard?: Shard;
  /** What flags say; wins over what the configuration says about a file. */
  readonly context: LintContext;
  /** Called after each linted release. */
  readonly onProgress?: (linted: number, total: number) => void;
}
