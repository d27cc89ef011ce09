import { lstatSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { packCode, unpackCode } from '../files/pack-code.ts';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';

/** Whatever else lies in the folder is not ours. */
const OWN_NAME = /^[\w-]{24}\.bin$/;

/**
 * The pieces in a file of the cache; undefined when there is none, it is damaged, or somebody else may have written it (a
 * file that came with a checkout, for example). Marks the file as used. Never throws.
 */
export function readPack(file: string): Map<string, Buffer> | undefined {
  const bytes = readPrivateFile(path.dirname(file), path.basename(file));
  if (bytes === undefined) return undefined;
  try {
    const now = Date.now() / 1000;
    utimesSync(file, now, now);
    return unpackCode(bytes);
  } catch {
    return undefined;
  }
}

/** Replaces a file of the cache as a whole, and keeps only the `most` files of its folder that were used last. Never throws. */
export function writePack(file: string, pieces: ReadonlyMap<string, Buffer>, most: number): void {
  const folder = path.dirname(file);
  writePrivateFile(folder, path.basename(file), packCode(pieces));
  try {
    const files = readdirSync(folder)
      .filter((name) => OWN_NAME.test(name))
      .map((name) => path.join(folder, name));
    const used = new Map(files.map((one) => [one, lstatSync(one).mtimeMs]));
    files.sort((a, b) => used.get(b)! - used.get(a)!);
    for (const one of files.slice(most)) rmSync(one, { force: true });
  } catch {
    // Another run cleans up at this moment.
  }
}
