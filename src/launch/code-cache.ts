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
import type { Script } from 'node:vm';
import { packCode, unpackCode } from './pack-code.ts';

/** Packs of builds that are gone are removed after this time. */
const MAX_AGE_MS = 30 * 24 * 3600 * 1000;

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
    const temporary = path.join(this.#folder, `${this.#name}.${process.pid}`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if (!isPrivate(lstatSync(this.#folder))) chmodSync(this.#folder, 0o700);
      const code = new Map(this.#kept);
      for (const [file, script] of this.#loaded) code.set(file, script.createCachedData());
      writeFileSync(temporary, packCode(code), { flag: 'wx', mode: 0o600 });
      renameSync(temporary, path.join(this.#folder, this.#name));
      removeOld(this.#folder);
    } catch {
      // A read-only home, a full disk: the next run compiles again.
      discard(temporary);
    }
  }

  #read(): ReadonlyMap<string, Buffer> {
    if (this.#folder === undefined) return new Map();
    try {
      const folder = lstatSync(this.#folder);
      if (!folder.isDirectory() || !isPrivate(folder)) return new Map();
      // O_NOFOLLOW is not there on Windows.
      const opened = openSync(
        path.join(this.#folder, this.#name),
        constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0),
      );
      try {
        const stats = fstatSync(opened);
        return stats.isFile() && isPrivate(stats) ? unpackCode(readFileSync(opened)) : new Map();
      } finally {
        closeSync(opened);
      }
    } catch {
      return new Map();
    }
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
