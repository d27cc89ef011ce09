import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';

/** Names of the configuration file. */
export const CONFIG_NAMES: readonly string[] = [
  ...['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `chartlint.config.${extension}`),
  '.chartlint.yaml',
];

/**
 * The configuration file at or above the folder, absolute. The search ends at the root of the repository, so that a file
 * somewhere above a checkout never changes what is found in it. Throws a UsageError when a folder holds two.
 */
export function findConfig(files: FileSystem, start: string, cwd: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = CONFIG_NAMES.filter((name) => files.exists(path.join(folder, name)));
    if (found.length > 1) {
      const names = found.map((name) => shownPath(path.join(folder, name), cwd));
      throw new UsageError(`${names.join(' and ')} both configure the same folder; keep one of them`);
    }
    if (found[0] !== undefined) return path.join(folder, found[0]);
    if (files.exists(path.join(folder, '.git')) || path.dirname(folder) === folder) return undefined;
  }
}

/** The deepest folder that holds all of the inputs: paths and globs as given on the command line. */
export function commonFolder(files: FileSystem, inputs: readonly string[], cwd: string): string {
  const folders = inputs.map((input) =>
    folderOf(files, path.resolve(cwd, input.replace(/[*?[{!(].*$/s, ''))),
  );
  let [common] = folders;
  if (common === undefined) return cwd;
  for (const folder of folders) {
    while (folder !== common && !folder.startsWith(common.endsWith(path.sep) ? common : common + path.sep)) {
      common = path.dirname(common);
    }
  }
  return common;
}

function folderOf(files: FileSystem, file: string): string {
  return files.kind(file) === 'folder' ? file : path.dirname(file);
}
