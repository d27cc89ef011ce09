import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { applyConfig, type PreparedRun, type RuleFlags } from './apply-config.ts';
import { commonFolder, findConfig } from './find-config.ts';
import type { LintOptions } from './lint-options.ts';
import { loadConfig, type ShippedNames } from './load-config.ts';

/** Finds the configuration of what is linted and applies it under the flags. Throws a UsageError when it is wrong. */
export async function prepareRun(
  options: LintOptions,
  flags: RuleFlags,
  shipped: ShippedNames,
  files: FileSystem,
): Promise<PreparedRun> {
  const file = configFile(files, options, flags);
  const loaded = file === undefined ? undefined : await loadConfig(files, file, options.cwd, shipped);
  return applyConfig(options, flags, shipped, files, loaded);
}

function configFile(
  files: FileSystem,
  { cwd, inputs, stdin }: LintOptions,
  { config }: RuleFlags,
): string | undefined {
  if (config === false) return undefined;
  if (typeof config === 'string') return path.resolve(cwd, config);
  return findConfig(files, commonFolder(files, stdin === undefined ? inputs : [stdin.filename], cwd), cwd);
}
