import type { Script } from 'node:vm';
import { packPieces, unpackPieces } from '../files/pack-pieces.ts';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';
import { twinBytes, untwinBytes } from './twin-bytes.ts';

/** In front of the name of a module: the text that its code was made of. */
const TEXT = 'text:';

/**
 * What V8 made of the modules of the program, kept in one file. Never fatal: whatever is wrong with the file or the folder,
 * the program is compiled anew. Code from the file runs, so it counts only when nobody but the user can have written it.
 */
export class CodeCache {
  readonly #folder: string | undefined;
  readonly #name: string;
  readonly #kept: ReadonlyMap<string, Buffer>;
  readonly #loaded = new Map<string, { readonly text: Buffer; readonly script: Script }>();
  #isStale = false;

  constructor(folder: string | undefined, name: string) {
    this.#folder = folder;
    this.#name = `${name}.bin`;
    this.#kept = this.#read();
  }

  /** The code of a module with this text, to hand to V8, which itself compares no more of the text than its length. */
  codeOf(file: string, text: Buffer): Buffer | undefined {
    return this.#kept.get(TEXT + file)?.equals(text) === true ? this.#kept.get(file) : undefined;
  }

  /** Takes note of a module that is loaded. V8 itself refuses code of another version or for other flags. */
  add(file: string, text: Buffer, script: Script): void {
    this.#loaded.set(file, { text, script });
    if (this.codeOf(file, text) === undefined || script.cachedDataRejected === true) this.#isStale = true;
  }

  /** Keeps the code of this run when there was none of a module. Best at the end: it then has every function that ran. */
  write(): void {
    if (this.#folder === undefined || !this.#isStale) return;
    const pieces = new Map(this.#kept);
    for (const [file, { script }] of this.#loaded) pieces.set(file, script.createCachedData());
    for (const [file, { text }] of this.#loaded) pieces.set(TEXT + file, text);
    // The code comes first, where V8 finds it at its words: a text has any length.
    const sorted = [...pieces].sort(([a], [b]) => Number(a.startsWith(TEXT)) - Number(b.startsWith(TEXT)));
    writePrivateFile(this.#folder, this.#name, twinBytes(packPieces(new Map(sorted))));
  }

  #read(): ReadonlyMap<string, Buffer> {
    if (this.#folder === undefined) return new Map();
    const pack = readPrivateFile(this.#folder, this.#name);
    if (pack === undefined) return new Map();
    try {
      return unpackPieces(untwinBytes(pack));
    } catch {
      return new Map();
    }
  }
}
