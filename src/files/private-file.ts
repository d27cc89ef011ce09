import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { temporaryName } from './temporary-name.ts';

/** Files that no run wrote for so long are removed when another one is written. */
const MAX_AGE_MS = 30 * 24 * 3600 * 1000;

/**
 * The bytes of a file that nobody but the user can have written: the folder and the file are the user's, closed to everybody
 * else, and neither is a link. Undefined when there is no such file, whatever the reason.
 */
export function readPrivateFile(folder: string, name: string): Buffer | undefined {
  try {
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || !isPrivate(stats)) return undefined;
    // O_NOFOLLOW is not there on Windows.
    const opened = openSync(path.join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const file = fstatSync(opened);
      return file.isFile() && isPrivate(file) ? readFileSync(opened) : undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}

/**
 * Writes the file whole or not at all, for `readPrivateFile` to find, and removes what is old in the folder. A read-only home
 * or a full disk is no error: then nothing is kept.
 */
export function writePrivateFile(folder: string, name: string, bytes: Buffer): void {
  const temporary = path.join(folder, temporaryName());
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    // What is behind a link is not ours to close.
    if (!stats.isDirectory()) return;
    if (!isPrivate(stats)) chmodSync(folder, 0o700);
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path.join(folder, name));
    removeOld(folder);
  } catch {
    discard(temporary);
  }
}

/** Whether only this user can write there. On Windows, the user's profile is nobody else's to write to. */
function isPrivate({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Then it was never there.
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (Date.now() - lstatSync(file).mtimeMs > MAX_AGE_MS) rmSync(file, { force: true });
  }
}
