import type { Script } from 'node:vm';
import { packPieces, unpackPieces } from '../files/pack-pieces.ts';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';
import { twinBytes, untwinBytes } from './twin-bytes.ts';

/** The piece with the code of all modules; the others are the texts that it was made of, by module. */
const CODE = 'code';

/**
 * What V8 made of the modules of the program, kept in one file. Never fatal: whatever is wrong with the file or the folder,
 * the program is compiled anew. Code from the file runs, so it counts only when nobody but the user can have written it.
 */
export class CodeCache {
  readonly #folder: string | undefined;
  readonly #name: string;
  #kept: ReadonlyMap<string, Buffer> = new Map();
  #texts: ReadonlyMap<string, Buffer> = new Map();
  readonly #loaded = new Map<string, { readonly text: Buffer; readonly script: Script }>();
  #isStale = false;

  constructor(folder: string | undefined, name: string) {
    this.#folder = folder;
    this.#name = `${name}.bin`;
    this.#read();
  }

  /** The code of a module with this text, to hand to V8, which itself compares no more of the text than its length. */
  codeOf(file: string, text: Buffer): Buffer | undefined {
    return this.#texts.get(file)?.equals(text) === true ? this.#kept.get(file) : undefined;
  }

  /** Takes note of a module that is loaded. V8 itself refuses code of another version or for other flags. */
  add(file: string, text: Buffer, script: Script): void {
    this.#loaded.set(file, { text, script });
    if (this.codeOf(file, text) === undefined || script.cachedDataRejected === true) this.#isStale = true;
  }

  /** Keeps the code of this run when there was none of a module. Best at the end: it then has every function that ran. */
  write(): void {
    if (this.#folder === undefined || !this.#isStale) return;
    const code = new Map(this.#kept);
    const texts = new Map(this.#texts);
    for (const [file, { text, script }] of this.#loaded) {
      code.set(file, script.createCachedData());
      texts.set(file, text);
    }
    // The code comes first, where V8 finds it at its words: a text has any length. A text that is damaged differs from the
    // module's, so it needs no second copy.
    const pieces = new Map([[CODE, twinBytes(packPieces(code))], ...texts]);
    writePrivateFile(this.#folder, this.#name, packPieces(pieces));
  }

  #read(): void {
    if (this.#folder === undefined) return;
    const pack = readPrivateFile(this.#folder, this.#name);
    if (pack === undefined) return;
    try {
      const { [CODE]: code, ...texts } = Object.fromEntries(unpackPieces(pack));
      this.#kept = unpackPieces(untwinBytes(code!));
      this.#texts = new Map(Object.entries(texts));
    } catch {
      // What cannot be read counts as not kept.
    }
  }
}
