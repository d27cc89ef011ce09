import { createHmac, timingSafeEqual } from 'node:crypto';
import { lstatSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { packPieces, unpackPieces } from '../files/pack-pieces.ts';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';

/** Whatever else lies in the folder is not ours. */
const OWN_NAME = /^[\w-]{24}\.bin$/;

/** Bytes of the mark in front of the pieces. */
const MARK = 32;

/** Bytes of all files of a folder; what was not used for long goes first. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The pieces in a file of the cache; undefined when there is none, it is damaged, or somebody without the key wrote it (a
 * file that came with a checkout, for example). Marks the file as used. Never throws.
 */
export function readPack(file: string, key: Buffer): Map<string, Buffer> | undefined {
  const bytes = readPrivateFile(path.dirname(file), path.basename(file));
  if (bytes === undefined || bytes.length < MARK) return undefined;
  const pack = bytes.subarray(MARK);
  if (!timingSafeEqual(bytes.subarray(0, MARK), markOf(file, pack, key))) return undefined;
  try {
    const now = Date.now() / 1000;
    utimesSync(file, now, now);
    return unpackPieces(pack);
  } catch {
    return undefined;
  }
}

/** Replaces a file of the cache as a whole, and keeps only the `most` files of its folder that were used last. Never throws. */
export function writePack(
  file: string,
  pieces: ReadonlyMap<string, Buffer>,
  most: number,
  key: Buffer,
): void {
  const folder = path.dirname(file);
  const pack = packPieces(pieces);
  writePrivateFile(folder, path.basename(file), Buffer.concat([markOf(file, pack, key), pack]));
  try {
    const files = readdirSync(folder)
      .filter((name) => OWN_NAME.test(name))
      .map((name) => path.join(folder, name));
    const used = new Map(files.map((one) => [one, lstatSync(one)]));
    files.sort((a, b) => used.get(b)!.mtimeMs - used.get(a)!.mtimeMs);
    let bytes = 0;
    for (const [i, one] of files.entries()) {
      bytes += used.get(one)!.size;
      if (i >= most || (i > 0 && bytes > MOST_BYTES)) rmSync(one, { force: true });
    }
  } catch {
    // Another run cleans up at this moment.
  }
}

/** Also of the names of the file and its folder, so that no file stands in for another. */
function markOf(file: string, pack: Buffer, key: Buffer): Buffer {
  const name = `${path.basename(path.dirname(file))}/${path.basename(file)}\0`;
  return createHmac('sha256', key).update(name).update(pack).digest();
}
