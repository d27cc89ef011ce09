import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { packCode, unpackCode } from '../launch/pack-code.ts';

const MAX_AGE_MS = 30 * 24 * 3600 * 1000;
/** Whatever else lies in the folder belongs to the user. */
const OWN_NAME = /^[\w-]{24}\.bin(\.\d+\.tmp)?$/;

/**
 * The pieces in a file of the cache; undefined when there is none, it is damaged, or somebody else may have written it (a
 * file that came with a checkout, for example). Marks the file as used. Never throws.
 */
export function readPack(file: string): Map<string, Buffer> | undefined {
  try {
    // O_NOFOLLOW is not there on Windows.
    const opened = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { uid, mode } = fstatSync(opened);
      if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o077) !== 0))
        return undefined;
      const pack = unpackCode(readFileSync(opened));
      const now = Date.now() / 1000;
      futimesSync(opened, now, now);
      return pack;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}

/**
 * Replaces a file of the cache as a whole, for nobody else to read, and keeps only the `most` files of its folder that were
 * used last, none older than 30 days. Throws what the file system throws.
 */
export function writePack(file: string, pieces: ReadonlyMap<string, Buffer>, most: number): void {
  const folder = path.dirname(file);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, packCode(pieces), { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  removeOld(folder, most);
}

function removeOld(folder: string, most: number): void {
  const own = readdirSync(folder).filter((name) => OWN_NAME.test(name));
  const files = own.map((name) => {
    const file = path.join(folder, name);
    return { file, used: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  files.sort((a, b) => b.used - a.used);
  for (const [i, { file, used }] of files.entries()) {
    if (i >= most || Date.now() - used > MAX_AGE_MS) rmSync(file, { force: true });
  }
}
