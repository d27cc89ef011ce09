import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes generated files. One that has the right text already keeps its time of change. */
export interface Emitter {
  readonly file: (file: string, text: string) => void;
  /** A folder that is generated as a whole: what else lies in it goes. */
  readonly folder: (folder: string, files: ReadonlyMap<string, string>) => void;
  /** The files that were not as they should be. */
  readonly stale: readonly string[];
}

/** @param dry nothing is written, and what would be is listed in `stale`. */
export function emitter(dry: boolean): Emitter {
  const stale: string[] = [];
  const emit = (file: string, text: string): void => {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
    stale.push(file);
    if (dry) return;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const emitFolder = (folder: string, files: ReadonlyMap<string, string>): void => {
    for (const [name, text] of files) emit(path.join(folder, name), text);
    const there = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    for (const entry of there) {
      const file = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || files.has(path.relative(folder, file).split(path.sep).join('/'))) continue;
      stale.push(file);
      if (!dry) rmSync(file);
    }
  };
  return { file: emit, folder: emitFolder, stale };
}
