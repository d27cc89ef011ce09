import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dirent, readdirSync, readFileSync, realpathSync } from 'node:fs';
import type { FileSystemAdapter } from 'fast-glob';
import { type PathKind, pathKind } from '../cache/path-kind.ts';

/**
 * What a run asks the file system. Everything that decides what is linted and how goes through here, so that `--cache` knows
 * what a result depends on.
 */
export interface FileSystem {
  /** What is at the path, links followed. */
  kind(file: string): PathKind;
  /** What the file holds. Throws what `readFileSync` throws. */
  read(file: string): Buffer;
  /** The same as text; invalid UTF-8 becomes U+FFFD. */
  readText(file: string): string;
  /** Throws what `readdirSync` throws. */
  list(folder: string): Dirent[];
  /** Throws what `realpathSync` throws. */
  real(file: string): string;
  /**
   * Loads at once what several releases use. Each call of the result hands it out, and whoever calls depends on everything
   * that loading it asked, and that it asks later on.
   */
  readonly shared: <T>(load: () => T) => () => T;
  /** Lets nothing be kept of the run, and says why; undefined when nothing is kept anyway. */
  refuse?(reason: string): void;
  /** For globs; undefined for Node's own functions. */
  readonly globbing?: Partial<FileSystemAdapter>;
}

const PLAIN: FileSystem = {
  kind: pathKind,
  read: (file) => readFileSync(file),
  readText: (file) => readFileSync(file, 'utf8'),
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  real: (file) => realpathSync(file),
  shared: (load) => {
    const loaded = load();
    return () => loaded;
  },
};

const observing = new AsyncLocalStorage<FileSystem>();

/** Lets `files` answer what is asked within `run`, also behind its promises. */
export function withFiles<T>(files: FileSystem, run: () => T): T {
  return observing.run(files, run);
}

/** The file system of this run. */
export function files(): FileSystem {
  return observing.getStore() ?? PLAIN;
}

/** Whether there is anything at the path. */
export function exists(file: string): boolean {
  return files().kind(file) !== 'none';
}

export function isFile(file: string): boolean {
  return files().kind(file) === 'file';
}

export function isFolder(file: string): boolean {
  return files().kind(file) === 'folder';
}
