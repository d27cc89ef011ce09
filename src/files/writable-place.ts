import { accessSync, constants, lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { diskFiles } from './disk-files.ts';
import { isAtOrBelow } from './is-at-or-below.ts';
import { repositoryRoot } from './repository-root.ts';
import { WriteRefused } from './write-refused.ts';

/** Where a text goes. */
export interface WritablePlace {
  /** The file itself, links followed. */
  readonly file: string;
  /** What is there now. */
  readonly there: Stats | undefined;
}

/**
 * The one question "may this path (absolute) be written": no link leads out of the repository that the path lies in (without
 * one: out of the working directory, or the folder of the file), and what is there is neither read-only nor, in that root,
 * anything but a regular file. Throws a `WriteRefused` when it may not.
 */
export function writablePlace(file: string, cwd: string): WritablePlace {
  const real = placeInProject(file, cwd);
  const isInProject = isAtOrBelow(file, rootOf(path.join(cwd, path.basename(file)), cwd));
  const there = lstatSync(real, { throwIfNoEntry: false });
  if (there?.isFile() === true && isReadOnly(real, there)) throw new WriteRefused('it is read-only');
  if (there?.isDirectory() === true) throw new WriteRefused('it is a directory');
  if (there?.isFile() === false && isInProject) {
    throw new WriteRefused('it is no regular file');
  }
  return { file: real, there };
}

/** Where a path (absolute) really lies. Throws a `WriteRefused` when a link leads it out of the root of `writablePlace`. */
export function placeInProject(file: string, cwd: string): string {
  const real = realPlace(file);
  const root = realPlace(rootOf(file, cwd));
  const isDevice = isAtOrBelow(file, '/dev') || isAtOrBelow(file, '/proc');
  if (real === undefined || root === undefined || !(isDevice || isAtOrBelow(real, root))) {
    throw new WriteRefused('it is behind a link that does not lead into the project');
  }
  return real;
}

function rootOf(file: string, cwd: string): string {
  const isWholeDisk = path.dirname(cwd) === cwd;
  const own = isWholeDisk ? undefined : (repositoryRoot(diskFiles, cwd) ?? cwd);
  // A folder below may be a link to another repository.
  if (own !== undefined && isAtOrBelow(file, own)) return own;
  const folder = path.dirname(file);
  return repositoryRoot(diskFiles, folder) ?? folder;
}

/** Where a path leads; what is not there yet lies where its folder does. Undefined for links that lead nowhere. */
function realPlace(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) return undefined;
    const folder = realPlace(path.dirname(file));
    return folder === undefined ? undefined : path.join(folder, path.basename(file));
  }
}

/** Also for root, whom nothing else stops. */
function isReadOnly(file: string, { mode }: Stats): boolean {
  if ((mode & 0o222) === 0) return true;
  try {
    accessSync(file, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
