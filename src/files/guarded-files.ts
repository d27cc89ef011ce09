import { ReadFailure } from '../model/read-failure.ts';
import type { Limits } from '../model/user-limits.ts';
import { failureReason } from './failure-reason.ts';
import type { FileSystem } from './file-system.ts';
import { isAtOrBelow } from './is-at-or-below.ts';
import { path } from './path.ts';
import type { PathKind } from './path-kind.ts';
import { shownPath } from './shown-path.ts';

/** Which paths may be read; all of them absolute. */
export interface Readable {
  /** Where what is shown starts. */
  readonly cwd: string;
  /** Whatever lies at or below these, once links are followed. */
  readonly roots: readonly string[];
  /** What the user named outright, wherever it leads and whatever it is: a pipe, a link to another disk. */
  readonly named: ReadonlySet<string>;
  /** How much may be read; the usual without it. */
  readonly limits?: Limits;
}

/**
 * A file system in which there is nothing but what may be read: regular files and folders at or below the roots after links
 * are followed. Anything else is not there, whoever asks: a link out of the project and one that leads nowhere read the same.
 * `read` takes the files that are read. What cannot be read is a ReadFailure; `unread` keeps it until it can be, for who asks may
 * go on without it.
 */
export function guardedFiles(
  base: FileSystem,
  { cwd, roots, named, limits }: Readable,
  read: Set<string> = new Set(),
  unread: Map<string, ReadFailure> = new Map(),
): FileSystem {
  const known = new Map<string, string | undefined>();
  /** Where the path really lies; undefined for a link that leads nowhere. Each path is asked for once. */
  const realOf = (file: string): string | undefined => {
    if (known.has(file)) return known.get(file);
    const real = findReal(file);
    known.set(file, real);
    return real;
  };
  const findReal = (file: string): string | undefined => {
    const folder = path.dirname(file);
    if (folder === file) return file;
    if (isLink(base, file)) return realOrNothing(base, file);
    const real = realOf(folder);
    return real === undefined ? undefined : path.join(real, path.basename(file));
  };
  const realRoots = roots.map((root) => realOf(root) ?? root);
  const below = new Map<string, boolean>();
  /** Asked once for each folder, whatever lies in it: there may be as many roots as files. */
  const isBelowRoot = (real: string): boolean => {
    let answer = below.get(real);
    if (answer === undefined) {
      answer = realRoots.some((root) => isAtOrBelow(real, root));
      below.set(real, answer);
    }
    return answer;
  };
  const isInside = (file: string): boolean => {
    if (named.has(file)) return true;
    const real = realOf(file);
    return real !== undefined && (isBelowRoot(path.dirname(real)) || isBelowRoot(real));
  };
  const kind = (file: string): PathKind => {
    const there = base.kind(file);
    if (there === 'none' || named.has(file)) return there;
    return there !== 'other' && isInside(file) ? there : 'none';
  };
  const check = (file: string): void => {
    if (!named.has(file) && (!isInside(file) || base.kind(file) === 'other')) throw missing(file);
  };
  const tried = <T>(file: string, ask: () => T): T => {
    try {
      const found = ask();
      unread.delete(file);
      return found;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === '') throw error;
      const failure = new ReadFailure(file, shownPath(file, cwd), code, failureReason(error));
      // What went away meanwhile is none of the files.
      if (code !== 'ENOENT') unread.set(file, failure);
      throw failure;
    }
  };
  const { shared, later, nameContent, globbing } = base;
  return {
    exists: (file) => kind(file) !== 'none',
    kind,
    size: (file) => (kind(file) === 'none' ? 0 : base.size(file)),
    read: (file) => {
      check(file);
      read.add(file);
      return tried(file, () => base.read(file, limits?.fileBytes));
    },
    readText: (file) => {
      check(file);
      read.add(file);
      return tried(file, () => base.readText(file, limits?.fileBytes));
    },
    list: (folder) => {
      check(folder);
      return tried(folder, () => base.list(folder));
    },
    real: (file) => {
      check(file);
      return tried(file, () => base.real(file));
    },
    isLink: (file) => base.isLink(file),
    stats: (file) => (isInside(file) ? base.stats(file) : undefined),
    nameContent,
    ...(limits === undefined ? {} : { limits }),
    shared,
    later: (ask) => later.call(base, ask) as typeof ask,
    ...(base.refuse === undefined ? {} : { refuse: (reason: string) => base.refuse?.(reason) }),
    ...(globbing === undefined ? {} : { globbing }),
  };
}

function isLink(files: FileSystem, file: string): boolean {
  try {
    return files.isLink(file);
  } catch {
    // A folder above that may not be searched: nothing below it can be read either.
    return false;
  }
}

function realOrNothing(files: FileSystem, file: string): string | undefined {
  try {
    return files.real(file);
  } catch {
    return undefined;
  }
}

function missing(file: string): Error {
  return Object.assign(new Error(`ENOENT: "${file}"`), { code: 'ENOENT' });
}
