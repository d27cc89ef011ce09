import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import type { FileSystemAdapter } from 'fast-glob';
import { type PathKind, pathKind, statsOf } from './path-kind.ts';

/**
 * What a run asks the file system. Everything that decides what is linted and how goes through here, so that `--cache` knows
 * what a result depends on.
 */
export interface FileSystem {
  /** Whether there is anything at the path. */
  exists(file: string): boolean;
  /** What is at the path, links followed. */
  kind(file: string): PathKind;
  /** In bytes; zero for what is not there. */
  size(file: string): number;
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
  /** The same function, whose questions belong to whoever loads something now, whoever calls it. */
  later<T>(ask: () => T): () => T;
  /** Lets nothing be kept of the run, and says why; undefined when nothing is kept anyway. */
  refuse?(reason: string): void;
  /** For globs; undefined for Node's own functions. */
  readonly globbing?: Partial<FileSystemAdapter>;
}

const PLAIN: FileSystem = {
  exists: existsSync,
  kind: pathKind,
  size: (file) => statsOf(file)?.size ?? 0,
  read: (file) => readFileSync(file),
  readText: (file) => readFileSync(file, 'utf8'),
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  real: (file) => realpathSync(file),
  shared: (load) => {
    const loaded = load();
    return () => loaded;
  },
  later: (ask) => ask,
};

let observer: () => FileSystem | undefined = () => undefined;

/** Sets who tells which file system answers; without an answer it is the disk itself. */
export function observeFiles(find: () => FileSystem | undefined): void {
  observer = find;
}

/** The file system of this run. */
export function files(): FileSystem {
  return observer() ?? PLAIN;
}

/** Whether there is anything at the path. */
export function exists(file: string): boolean {
  return files().exists(file);
}

export function isFile(file: string): boolean {
  return files().kind(file) === 'file';
}

export function isFolder(file: string): boolean {
  return files().kind(file) === 'folder';
}
