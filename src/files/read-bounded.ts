import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

const CHUNK = 1 << 16;

/**
 * What a file holds, or an error with the code `ERR_FS_FILE_TOO_LARGE` before more than `most` bytes of it are read. A pipe or
 * a device is read to its end, or up to there. Throws what the file system throws.
 */
export function readBounded(file: string, most: number): Buffer {
  const opened = openSync(file, 'r');
  try {
    const stats = fstatSync(opened);
    if (stats.size > most) throw tooLarge(file);
    // Files of the kernel (`/proc`) say that they are empty.
    return stats.isFile() && stats.size > 0 ? readFileSync(opened) : readChunks(opened, file, most);
  } finally {
    closeSync(opened);
  }
}

function readChunks(opened: number, file: string, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readSync(opened, chunk, 0, CHUNK, null);
    if (length === 0) return Buffer.concat(chunks);
    total += length;
    if (total > most) throw tooLarge(file);
    chunks.push(chunk.subarray(0, length));
  }
}

function tooLarge(file: string): Error {
  return Object.assign(new Error(`"${file}" is too large`), { code: 'ERR_FS_FILE_TOO_LARGE' });
}
