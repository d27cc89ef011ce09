import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeSignals } from './before-signals.ts';
import { temporaryName } from './temporary-name.ts';
import { type WritablePlace, writablePlace } from './writable-place.ts';
import { WriteRefused } from './write-refused.ts';

/** How a file is replaced. */
export interface Replacement {
  /** The working directory: see `writablePlace`. */
  readonly cwd: string;
  /** What the file must still hold, `null` for a file that must not be there; undefined when anything may be replaced. */
  readonly expected?: string | null | undefined;
}

/**
 * Writes the whole file or nothing: into a neighbour first, which then takes the file's place with its mode and owner. A file
 * with other names (hard links), or an owner that the neighbour cannot have, is written over in its place. Behind a link the
 * file that it leads to is written. Throws a `WriteRefused` for what is left alone, or what the file system throws.
 */
export function replaceFile(file: string, text: string | Uint8Array, { cwd, expected }: Replacement): void {
  const place = writablePlace(file, cwd);
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  // A terminal or a pipe cannot be replaced.
  if (place.there?.isFile() === false) {
    writeFileSync(place.file, bytes);
    return;
  }
  beforeSignals(() => replace(place, bytes, expected));
}

function replace({ file, there }: WritablePlace, bytes: Uint8Array, expected: Replacement['expected']): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const neighbour = path.join(path.dirname(file), temporaryName());
  try {
    const isTwin = writeNeighbour(neighbour, bytes, there);
    if (expected !== undefined && expected !== contentOf(file)) {
      throw new WriteRefused('something else changed it meanwhile');
    }
    if (isTwin && (there?.nlink ?? 1) === 1) renameSync(neighbour, file);
    else overwrite(file, bytes);
  } finally {
    rmSync(neighbour, { force: true });
  }
}

/** Whether the neighbour could be given the mode and the owner of what is there. */
function writeNeighbour(neighbour: string, bytes: Uint8Array, there: Stats | undefined): boolean {
  const opened = openSync(neighbour, 'wx', there === undefined ? 0o666 : 0o600);
  try {
    writeFileSync(opened, bytes);
    fsyncSync(opened);
    if (there === undefined) return true;
    const { uid, gid } = fstatSync(opened);
    if (uid !== there.uid || gid !== there.gid) fchownSync(opened, there.uid, there.gid);
    // The mode of a new file would be cut by the umask.
    fchmodSync(opened, there.mode & 0o7777);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return false;
    throw error;
  } finally {
    closeSync(opened);
  }
}

function overwrite(file: string, bytes: Uint8Array): void {
  const opened = openSync(file, 'r+');
  try {
    writeFileSync(opened, bytes);
    ftruncateSync(opened, bytes.length);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function contentOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
