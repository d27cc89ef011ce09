import type { FileSystem } from '../files/file-system.ts';
import type { Readable } from '../files/guarded-files.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import { path } from '../files/path.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { filesNamedBy } from '../merge/apply-flag.ts';
import { Draft } from '../merge/draft.ts';
import type { RuleFlags } from './apply-config.ts';
import type { LintOptions } from './lint-options.ts';

/** What the user names, beside the configuration. */
type Named = Pick<LintOptions, 'cwd' | 'inputs'> & Partial<LintOptions>;

/**
 * What a run may read. The project: the repository of the working directory, or without one the working directory. And what
 * the user names outside of it: a file with the chart or repository that it lies in, a folder, a schema with its folder.
 */
export function readablePaths(
  files: FileSystem,
  { cwd, inputs, overlays = [], sets = [], chart, schema, stdin }: Named,
  { config }: RuleFlags = {},
): Readable {
  const roots = new Set(isWholeDisk(cwd) ? [] : [repositoryRoot(files, cwd) ?? cwd]);
  const named = new Set<string>();
  const isKnown = (file: string): boolean => [...roots].some((root) => isAtOrBelow(file, root));
  const name = (written: string, rootOf: (file: string) => string): void => {
    const file = path.resolve(cwd, written);
    if (isKnown(file)) return;
    named.add(file);
    roots.add(rootOf(file));
  };
  const rootOfInput = (file: string): string => {
    const folder = files.kind(file) === 'folder' ? file : path.dirname(file);
    return repositoryRoot(files, folder) ?? outermostChart(files, folder) ?? folder;
  };
  for (const input of inputs.length === 0 ? ['.'] : inputs) {
    const glob = /[*?[{!(]/.exec(input);
    name(glob === null || files.exists(path.resolve(cwd, input)) ? input : folderOfGlob(input), rootOfInput);
  }
  const ofSets = sets.flatMap(({ kind, text }) => (kind === 'set-file' ? filesOfFlag(text) : []));
  for (const file of [...overlays, ...ofSets]) name(file, (itself) => itself);
  if (chart !== undefined) name(chart, rootOfInput);
  if (schema !== undefined) name(schema, path.dirname);
  if (stdin !== undefined) name(stdin.filename, rootOfInput);
  if (typeof config === 'string') name(config, path.dirname);
  return { cwd, roots: [...roots], named };
}

/** Where a disk begins nothing is a project of its own: what is named is. */
function isWholeDisk(folder: string): boolean {
  return path.dirname(folder) === folder;
}

/** The chart around all charts that the folder lies in. */
function outermostChart(files: FileSystem, start: string): string | undefined {
  return above(start).findLast((folder) => files.exists(path.join(folder, 'Chart.yaml')));
}

function above(start: string): string[] {
  const folders = [start];
  for (let at = start; path.dirname(at) !== at; at = path.dirname(at)) folders.push(path.dirname(at));
  return folders;
}

function folderOfGlob(input: string): string {
  return path.dirname(`${input.replace(/[*?[{!(].*$/s, '')}x`);
}

function filesOfFlag(text: string): string[] {
  const draft = new Draft();
  return filesNamedBy(text, { draft, data: draft.newMap(), onWrite: () => {} });
}
