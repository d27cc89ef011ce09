import { LIMITS } from '../model/limits.ts';

const BLOCK = 512;

/** Why a tar is not read on. */
export type TarProblem = 'no tar' | 'archiveFiles' | 'archiveFileBytes';

/**
 * Reads a tar piece by piece as it is unpacked, as Go's `archive/tar` does, and keeps nothing but the files in it: what stands behind
 * its end, and a file that is larger than Helm allows (`MaxDecompressedFileSize`), is not waited for.
 */
export class TarReader {
  readonly files = new Map<string, Uint8Array>();
  /** Why nothing more is read; `end` at the end of the tar. */
  stopped: TarProblem | 'end' | undefined;
  /** Entries of all kinds. */
  entries = 0;
  readonly #mostEntries: number;
  /** What is being filled: a header, or what an entry holds. */
  #part = new Uint8Array(BLOCK);
  #filled = 0;
  #skip = 0;
  #entry: Entry | undefined;
  /** The name that an extended header gives the next entry. */
  #longName: string | undefined;

  constructor(mostEntries: number) {
    this.#mostEntries = mostEntries;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.stopped === undefined; ) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, chunk.length - at);
        this.#skip -= skipped;
        at += skipped;
        continue;
      }
      const piece = chunk.subarray(at, at + this.#part.length - this.#filled);
      this.#part.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === this.#part.length) this.#complete();
    }
  }

  /** Call when there is nothing more. */
  end(): void {
    if (this.stopped !== undefined) return;
    const isBetween = this.#entry === undefined && this.#filled === 0 && this.entries > 0;
    this.stopped = isBetween ? 'end' : 'no tar';
  }

  #complete(): void {
    const part = this.#part;
    if (this.#entry !== undefined) {
      this.#take(this.#entry, part);
      this.#skip = (BLOCK - (part.length % BLOCK)) % BLOCK;
      this.#next(BLOCK, undefined);
      return;
    }
    if (part.every((byte) => byte === 0)) {
      this.stopped = 'end';
      return;
    }
    const entry = readHeader(part);
    if (entry === undefined) this.stopped = 'no tar';
    else if (entry.size > LIMITS.archiveFileBytes) this.stopped = 'archiveFileBytes';
    else if (++this.entries > this.#mostEntries) this.stopped = 'archiveFiles';
    else if (entry.size > 0) this.#next(entry.size, entry);
    else {
      this.#take(entry, new Uint8Array());
      this.#next(BLOCK, undefined);
    }
  }

  #next(size: number, entry: Entry | undefined): void {
    this.#part = new Uint8Array(size);
    this.#filled = 0;
    this.#entry = entry;
  }

  #take({ type, name }: Entry, data: Uint8Array): void {
    if (type === 'L') this.#longName = textIn(data, 0, data.length);
    else if (type === 'x')
      this.#longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(data))?.[1];
    else if (type !== 'g' && type !== 'K') {
      if (type !== '5') this.files.set((this.#longName ?? name).replace(/^\.?\//, ''), data);
      this.#longName = undefined;
    }
  }
}

/** The head of one entry. */
interface Entry {
  readonly name: string;
  readonly size: number;
  /** `0` and nothing at all for a file, `5` for a folder, `x` and `L` for the name of the next entry … */
  readonly type: string;
}

/** Undefined for what is no header: its checksum is wrong. */
function readHeader(block: Uint8Array): Entry | undefined {
  const sum = block.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  if (numberIn(block, 148, 8) !== sum) return undefined;
  const isUstar = textIn(block, 257, 6) === 'ustar';
  const prefix = isUstar && block[262] === 0 ? textIn(block, 345, 155) : '';
  const name = textIn(block, 0, 100);
  const size = numberIn(block, 124, 12);
  if (Number.isNaN(size)) return undefined;
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size,
    type: String.fromCharCode(block[156]!),
  };
}

/** A number in octal digits; one in bytes, as GNU writes what is larger than these can say, is larger than any limit. */
function numberIn(block: Uint8Array, start: number, length: number): number {
  if ((block[start]! & 0x80) !== 0) return Number.POSITIVE_INFINITY;
  const digits = textIn(block, start, length).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN;
}

/** The text up to the first zero byte. */
function textIn(block: Uint8Array, start: number, length: number): string {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}
