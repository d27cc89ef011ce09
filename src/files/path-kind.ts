import { type Stats, statSync } from 'node:fs';

/** What is at a path, links followed; `none` also where it cannot be told. */
export type PathKind = 'none' | 'file' | 'folder' | 'other';

/** Asks the file system what is at a path. Never throws. */
export function pathKind(file: string): PathKind {
  const stats = statsOf(file);
  if (stats === undefined) return 'none';
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

/** What `stat` says, links followed; undefined where it says nothing. */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // Permission denied, links in a circle.
    return undefined;
  }
}
