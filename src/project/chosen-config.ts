import type { FileSystem } from '../files/file-system.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import type { RuleFlags } from './apply-config.ts';
import { commonFolder, findConfig } from './find-config.ts';
import type { LintOptions } from './lint-options.ts';

/** The configuration of a run, and how far it is trusted. */
export interface ChosenConfig {
  /** Absolute; undefined when none counts. */
  readonly file?: string;
  /** Whether its plugins may run. */
  readonly mayPlug?: boolean;
  /** Which configurations were passed over, and why, for people. */
  readonly notices: readonly string[];
}

/**
 * The configuration that the user names, else the closest one at or above what is linted. Code runs of one that is named or
 * lies at or above the working directory. One that lies only in what is linted came with it: its settings count, but a
 * program is passed over, and its plugins do not run.
 */
export function chosenConfig(
  files: FileSystem,
  { cwd, inputs, stdin }: Pick<LintOptions, 'cwd' | 'inputs' | 'stdin'>,
  { config, plugins = true }: RuleFlags,
): ChosenConfig {
  if (config === false) return { notices: [] };
  if (typeof config === 'string') return { file: path.resolve(cwd, config), mayPlug: plugins, notices: [] };
  const notices: string[] = [];
  let start = commonFolder(files, stdin === undefined ? inputs : [stdin.filename], cwd);
  for (;;) {
    const file = findConfig(files, start, cwd);
    if (file === undefined) return { notices };
    const folder = path.dirname(file);
    const mayPlug = plugins && isAtOrBelow(cwd, folder);
    if (mayPlug || /\.(?:ya?ml|json)$/.test(file)) return { file, mayPlug, notices };
    const why = plugins ? 'it lies in what is linted' : 'of --no-plugins';
    notices.push(
      `"${shownPath(file, cwd)}" is not run, because ${why}; "--config ${shownPath(file, cwd)}" runs it`,
    );
    if (files.exists(path.join(folder, '.git')) || path.dirname(folder) === folder) return { notices };
    start = path.dirname(folder);
  }
}
