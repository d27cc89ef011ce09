import type { FileSystem } from '../files/file-system.ts';
import { guardedFiles } from '../files/guarded-files.ts';
import type { ReadFailure } from '../model/read-failure.ts';
import { applyConfig, type PreparedRun, type RuleFlags } from './apply-config.ts';
import { chosenConfig } from './chosen-config.ts';
import type { LintOptions } from './lint-options.ts';
import { loadConfig, type ShippedNames } from './load-config.ts';
import { readablePaths } from './readable-paths.ts';

/**
 * Finds the configuration of what is linted and applies it under the flags. What the run reads from is cut down to what it
 * may read. Throws a UsageError when the configuration is wrong.
 */
export async function prepareRun(
  options: LintOptions,
  flags: RuleFlags,
  shipped: ShippedNames,
  disk: FileSystem,
): Promise<PreparedRun> {
  const read = new Set<string>();
  const unread = new Map<string, ReadFailure>();
  const readable = readablePaths(disk, options, flags);
  const files = guardedFiles(disk, readable, read, unread);
  const { file, mayPlug = false, notices } = chosenConfig(files, options, flags);
  const loaded =
    file === undefined ? undefined : await loadConfig(files, file, options.cwd, shipped, mayPlug);
  const limited =
    loaded === undefined ? files : guardedFiles(disk, { ...readable, limits: loaded.limits }, read, unread);
  const prepared = applyConfig(options, flags, shipped, limited, loaded);
  const said = [...notices, ...prepared.notices];
  return { ...prepared, roots: readable.roots, read, unread, notices: said };
}
