import type { Script } from 'node:vm';
import { packCode, unpackCode } from '../files/pack-code.ts';
import { readPrivateFile, writePrivateFile } from '../files/private-file.ts';

/**
 * What V8 made of the modules of the program, kept in one file. Never fatal: whatever is wrong with the file or the folder,
 * the program is compiled anew. Code from the file runs, so it counts only when nobody but the user can have written it.
 */
export class CodeCache {
  readonly #folder: string | undefined;
  readonly #name: string;
  readonly #kept: ReadonlyMap<string, Buffer>;
  readonly #loaded = new Map<string, Script>();
  #isStale = false;

  constructor(folder: string | undefined, name: string) {
    this.#folder = folder;
    this.#name = `${name}.bin`;
    this.#kept = this.#read();
  }

  /** The code of a module, to hand to V8. */
  codeOf(file: string): Buffer | undefined {
    return this.#kept.get(file);
  }

  /** Takes note of a module that is loaded. V8 itself refuses code of another version or for other flags. */
  add(file: string, script: Script): void {
    this.#loaded.set(file, script);
    if (!this.#kept.has(file) || script.cachedDataRejected === true) this.#isStale = true;
  }

  /** Keeps the code of this run when there was none of a module. Best at the end: it then has every function that ran. */
  write(): void {
    if (this.#folder === undefined || !this.#isStale) return;
    const code = new Map(this.#kept);
    for (const [file, script] of this.#loaded) code.set(file, script.createCachedData());
    writePrivateFile(this.#folder, this.#name, packCode(code));
  }

  #read(): ReadonlyMap<string, Buffer> {
    if (this.#folder === undefined) return new Map();
    const pack = readPrivateFile(this.#folder, this.#name);
    if (pack === undefined) return new Map();
    try {
      return unpackCode(pack);
    } catch {
      return new Map();
    }
  }
}
