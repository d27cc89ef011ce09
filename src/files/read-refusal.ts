import { LIMITS } from '../model/limits.ts';
import type { FileSystem } from './file-system.ts';
import { isAtOrBelow } from './is-at-or-below.ts';

/** Why a path may not be read. */
export type ReadRefusal = 'missing' | 'outside' | 'no file' | 'too large';

/**
 * The one question "may this path be read", for paths that what is linted names: it must lie at or below one of the roots
 * (absolute folders) when all links are followed, be a regular file, and not be too large. Nothing of it is read. Undefined
 * when it may be read.
 */
export function readRefusal(
  files: FileSystem,
  file: string,
  roots: readonly string[],
  mostBytes: number = mostBytesIn(files),
): ReadRefusal | undefined {
  const real = realPath(files, file);
  if (real === undefined) return 'missing';
  const isInside = roots.some((root) => isAtOrBelow(real, realPath(files, root) ?? root));
  if (!isInside) return 'outside';
  if (files.kind(real) !== 'file') return 'no file';
  return isTooLarge(files, real, mostBytes) ? 'too large' : undefined;
}

/** Whether a file holds more than anybody should read. What cannot be told (a pipe, a text in memory) is not. */
export function isTooLarge(files: FileSystem, file: string, mostBytes: number = mostBytesIn(files)): boolean {
  const bytes = files.stats(file)?.size ?? 0;
  // Asked for as a fact only where something depends on it.
  return bytes > mostBytes && files.size(file) > mostBytes;
}

function mostBytesIn({ limits = LIMITS }: FileSystem): number {
  return limits.fileBytes;
}

function realPath(files: FileSystem, file: string): string | undefined {
  try {
    return files.real(file);
  } catch {
    return undefined;
  }
}
