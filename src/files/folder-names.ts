import type { Dirent } from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.ts';

/**
 * Names what a folder lists: the entries with their kinds, in any order. Entries in `unlisted` (absolute paths) do not
 * count: what a run itself writes into the folder is no change to what it read.
 */
export function namesHash(folder: string, entries: readonly Dirent[], unlisted: ReadonlySet<string>): string {
  const lines = entries
    .filter(({ name }) => !unlisted.has(path.join(folder, name)))
    .map((entry) => `${entryKind(entry)}${entry.name}`);
  return contentHash(lines.sort().join('\0'));
}

function entryKind(entry: Dirent): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : 'o';
}
