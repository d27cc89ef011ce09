import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.ts';
import { namesText } from './folder-names.ts';
import { type PathKind, pathKind, statsOf } from './path-kind.ts';
import { equalsRow, ROW, writeRow } from './stat-row.ts';

/** Everything that a run learned from the file system. Paths lie below `cwd`, or are absolute. */
export interface KeptFacts {
  readonly cwd: string;
  /** Files that were read, with the names of their contents. */
  readonly files: readonly (readonly [file: string, content: string])[];
  readonly folders: readonly KeptFolder[];
  /** Links that were asked about: what is behind them may change without a trace in their folder. */
  readonly links: readonly (readonly [file: string, kind: PathKind])[];
  /** Where paths really lead. */
  readonly real: readonly (readonly [file: string, target: string])[];
  /** Files of which only the size counts, in bytes. */
  readonly sizes: readonly (readonly [file: string, size: number])[];
  /** Absolute paths of what the run itself writes. */
  readonly unlisted: readonly string[];
}

/** A folder, and the names in it that were asked about. */
export interface KeptFolder {
  readonly folder: string;
  /** Names what it listed; undefined when it was not listed. */
  readonly names?: string;
  /** What was at each name. */
  readonly entries: readonly (readonly [name: string, kind: PathKind])[];
}

/** One row for each file, then one for each folder. */
export function emptyRows({ files, folders }: KeptFacts): Float64Array {
  return new Float64Array((files.length + folders.length) * ROW);
}

/**
 * Whether all of it is still so. What has the same times, size and number is not read again; the rest is compared by what
 * it holds, and its rows are brought up to date. `renewed` counts those.
 */
export function factsHold(
  facts: KeptFacts,
  rows: Float64Array,
  now: number,
): { holds: boolean; renewed: number } {
  const { cwd, files, folders, links, real, sizes } = facts;
  const unlisted = new Set(facts.unlisted);
  let renewed = 0;
  // Whatever differs is looked at later: most runs after a change end before anything is read.
  const doubtful: number[] = [];
  const count = files.length + folders.length;
  for (let row = 0; row < count; row++) {
    const place = row < files.length ? files[row]![0] : folders[row - files.length]!.folder;
    if (!equalsRow(rows, row, statsOf(absolutePath(place, cwd)))) doubtful.push(row);
  }
  for (const row of doubtful) {
    const file = files[row];
    const place = absolutePath(file?.[0] ?? folders[row - files.length]!.folder, cwd);
    const stats = statsOf(place);
    const holds =
      file === undefined
        ? folderHolds(place, folders[row - files.length]!, unlisted)
        : hashOf(place) === file[1];
    if (!holds) return { holds: false, renewed };
    writeRow(rows, row, stats, now);
    renewed += 1;
  }
  const holds =
    links.every(([file, kind]) => pathKind(absolutePath(file, cwd)) === kind) &&
    real.every(([file, target]) => realPathOf(absolutePath(file, cwd)) === target) &&
    sizes.every(([file, size]) => (statsOf(absolutePath(file, cwd))?.size ?? 0) === size);
  return { holds, renewed };
}

/** A path as it is kept: without the working directory where it lies below it. */
export function keptPath(file: string, cwd: string): string {
  if (file === cwd) return '';
  return file.startsWith(cwd + path.sep) ? file.slice(cwd.length + 1) : file;
}

/** The path that was kept. */
export function absolutePath(kept: string, cwd: string): string {
  if (kept === '') return cwd;
  return path.isAbsolute(kept) ? kept : cwd + path.sep + kept;
}

/** Where a path really leads; empty when that cannot be told. */
export function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return '';
  }
}

function folderHolds(folder: string, { names, entries }: KeptFolder, unlisted: ReadonlySet<string>): boolean {
  if (names !== undefined && namesOf(folder, unlisted) !== names) return false;
  return entries.every(([name, kind]) => pathKind(path.join(folder, name)) === kind);
}

function namesOf(folder: string, unlisted: ReadonlySet<string>): string | undefined {
  try {
    return contentHash(namesText(folder, readdirSync(folder, { withFileTypes: true }), unlisted));
  } catch {
    return undefined;
  }
}

function hashOf(file: string): string | undefined {
  try {
    return contentHash(readFileSync(file));
  } catch {
    return undefined;
  }
}
