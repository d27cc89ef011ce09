import type { FileSystemAdapter } from 'fast-glob';
import type { Limits } from '../model/user-limits.ts';
import type { PathKind } from './path-kind.ts';
import type { StatNumbers } from './stat-row.ts';

/** One entry of a folder. A link says only that it is one. */
export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/**
 * What a run asks about files. Everything that decides what is linted and how goes through one of these, handed in: the disk,
 * one that takes note (`FactRecorder`), texts laid over another one, or memory. Paths are absolute.
 */
export interface FileSystem {
  /** Whether there is anything at the path. */
  exists(file: string): boolean;
  /** What is at the path, links followed. */
  kind(file: string): PathKind;
  /** In bytes; zero for what is not there. */
  size(file: string): number;
  /** What the file holds, unless that is more than `mostBytes` (the usual limit without it). Throws an error with a `code` as Node's file system does. */
  read(file: string, mostBytes?: number): Uint8Array;
  /** The same as `textOf` reads it. */
  readText(file: string, mostBytes?: number): string;
  /** Throws as `read` does. */
  list(folder: string): readonly FolderEntry[];
  /** Where the path leads when all links are followed. Throws as `read` does. */
  real(file: string): string;
  /** Whether the path itself is a link, wherever it leads. Throws where that cannot be told. */
  isLink(file: string): boolean;
  /** What tells one state of a file or folder from another without reading it; undefined where nothing does. */
  stats(file: string): StatNumbers | undefined;
  /** A name that equal contents share and no two different ones. */
  nameContent(content: Uint8Array | string): string;
  /**
   * Loads at once what several releases use. Each call of the result hands it out, and whoever calls depends on everything
   * that loading it asked, and that it asks later on. It is loaded again when something of that changed.
   */
  readonly shared: <T>(load: () => T) => () => T;
  /** The same function, whose questions belong to whoever loads something now, whoever calls it. */
  later<T>(ask: () => T): () => T;
  /** Lets nothing be kept of the run, and says why; undefined when nothing is kept anyway. */
  refuse?(reason: string): void;
  /** How much may be read of files and charts; the usual without it. */
  readonly limits?: Limits;
  /** For globs; undefined for Node's own functions. */
  readonly globbing?: Partial<FileSystemAdapter>;
}
