import type { FolderEntry } from './file-system.ts';
import { path } from './path.ts';

/**
 * What a folder lists, as one text: the entries with their kinds, in whatever order it lists them. Entries in `unlisted` (absolute paths) do not
 * count: what a run itself writes into the folder is no change to what it read.
 */
export function namesText(
  folder: string,
  entries: readonly FolderEntry[],
  unlisted: ReadonlySet<string>,
): string {
  const lines = entries
    .filter(({ name }) => !unlisted.has(path.join(folder, name)))
    .map((entry) => `${entryKind(entry)}${entry.name}`);
  return lines.sort().join('\0');
}

function entryKind(entry: FolderEntry): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : 'o';
}
