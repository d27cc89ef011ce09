import { AsyncLocalStorage } from 'node:async_hooks';
import fs, { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { FileSystemAdapter } from 'fast-glob';
import { contentHash } from './content-hash.ts';
import type { FileSystem } from './file-system.ts';
import { namesHash } from './folder-names.ts';
import { type PathKind, pathKind, statsOf } from './path-kind.ts';
import type { StatNumbers } from './stat-row.ts';

/** A question: what a file holds, what is at a path, what a folder lists, where a path really leads, how large a file is. */
export type Ask = 'content' | 'kind' | 'names' | 'real' | 'size';

/** What was asked and answered: the name of a content or of a list, a kind, a path, a size. */
export type Fact = readonly [ask: Ask, file: string, answer: string];

/** What a part of a run asked, with all that it uses. Plain data. */
export interface Asked extends Pick<Recorded, 'facts'> {
  readonly stats: readonly (readonly [place: string, numbers: StatNumbers | undefined])[];
  readonly links: readonly string[];
  /** Why nothing may be kept of the run. */
  readonly refusal: string | undefined;
}

/** What one part of a run asked, with the parts that it uses. */
interface Scope {
  readonly keys: Set<string>;
  readonly used: Set<Scope>;
}

/** Everything that a run asked, for `keepFacts`. */
export interface Recorded {
  readonly facts: readonly Fact[];
  /** What `stat` said about files and folders before they were first read. */
  readonly stats: ReadonlyMap<string, StatNumbers | undefined>;
  /** Paths whose kind their folder does not tell. */
  readonly links: ReadonlySet<string>;
  readonly unlisted: ReadonlySet<string>;
  /** When the run began, in milliseconds. */
  readonly start: number;
}

/**
 * Answers from the disk and takes note of every answer. What is at a path is asked once: a run sees one state of the disk.
 */
export class FactRecorder implements FileSystem {
  readonly #answers = new Map<string, Fact>();
  readonly #stats = new Map<string, StatNumbers | undefined>();
  readonly #links = new Set<string>();
  /** Absolute paths that the run itself writes, which no list of a folder counts. */
  readonly unlisted: ReadonlySet<string>;
  readonly #scopes = new AsyncLocalStorage<Scope>();
  /** What was read for its hash and nobody has asked for yet. */
  readonly #unread = new Map<string, Buffer>();
  readonly #start = Date.now();
  #refusal: string | undefined;

  constructor(unlisted: ReadonlySet<string>) {
    this.unlisted = unlisted;
  }

  /** Why nothing may be kept of this run; undefined when it may. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** Lets nothing be kept of this run; the first reason counts. */
  refuse(reason: string): void {
    this.#refusal ??= reason;
  }

  exists(file: string): boolean {
    return this.kind(file) !== 'none';
  }

  kind(file: string): PathKind {
    const known = this.#known('kind', file);
    if (known !== undefined) return known as PathKind;
    this.#look(path.dirname(file));
    let stats: Stats | undefined;
    try {
      stats = lstatSync(file, { throwIfNoEntry: false });
      if (stats?.isSymbolicLink() === true) this.#links.add(file);
    } catch {
      // A folder above that may not be searched: nothing else tells when that changes.
      this.#links.add(file);
    }
    return this.#note('kind', file, stats === undefined ? 'none' : pathKind(file)) as PathKind;
  }

  size(file: string): number {
    return Number(this.#note('size', file, String(statsOf(file)?.size ?? 0)));
  }

  read(file: string): Buffer {
    const unread = this.#unread.get(file);
    if (unread !== undefined) {
      this.#unread.delete(file);
      this.#known('content', file);
      return unread;
    }
    this.#look(file);
    try {
      const bytes = readFileSync(file);
      this.#note('content', file, contentHash(bytes));
      return bytes;
    } catch (error) {
      if (this.kind(file) === 'file') this.refuse(`"${file}" cannot be read`);
      throw error;
    }
  }

  readText(file: string): string {
    return this.read(file).toString('utf8');
  }

  list(folder: string): Dirent[] {
    this.#look(folder);
    try {
      return this.#listed(folder, readdirSync(folder, { withFileTypes: true }));
    } catch (error) {
      this.refuse(`"${folder}" cannot be read`);
      throw error;
    }
  }

  real(file: string): string {
    try {
      return this.#note('real', file, realpathSync(file));
    } catch (error) {
      this.#note('real', file, '');
      throw error;
    }
  }

  readonly shared = <T>(load: () => T): (() => T) => {
    const scope: Scope = { keys: new Set(), used: new Set() };
    const loaded = this.#scopes.run(scope, load);
    return () => {
      this.#scopes.getStore()?.used.add(scope);
      return loaded;
    };
  };

  later<T>(ask: () => T): () => T {
    const scope = this.#scopes.getStore();
    return scope === undefined ? ask : () => this.#scopes.run(scope, ask);
  }

  readonly globbing: Partial<FileSystemAdapter> = {
    readdir: ((folder: string, _: object, done: (error: Error | null, entries?: Dirent[]) => void) => {
      const place = path.resolve(folder);
      this.#look(place);
      fs.readdir(place, { withFileTypes: true }, (error, entries) => {
        if (error === null) done(null, this.#listed(place, entries));
        else {
          this.refuse(`"${place}" cannot be read`);
          done(error);
        }
      });
    }) as FileSystemAdapter['readdir'],
    lstat: ((file: string, done: (error: Error | null, stats: Stats) => void) => {
      this.kind(path.resolve(file));
      fs.lstat(file, done);
    }) as FileSystemAdapter['lstat'],
    stat: ((file: string, done: (error: Error | null, stats: Stats) => void) => {
      this.kind(path.resolve(file));
      fs.stat(file, done);
    }) as FileSystemAdapter['stat'],
  };

  /** Runs a part of the run, and tells what it and all that it uses asked. */
  async part<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly asked: Asked }> {
    const scope: Scope = { keys: new Set(), used: new Set() };
    const result = await this.#scopes.run(scope, run);
    const facts = this.#factsOf(scope);
    const places = new Set(facts.map(([ask, file]) => (ask === 'kind' ? path.dirname(file) : file)));
    return {
      result,
      asked: {
        facts,
        stats: Array.from(places, (place) => [place, this.#stats.get(place)] as const),
        links: facts.flatMap(([, file]) => (this.#links.has(file) ? [file] : [])),
        refusal: this.#refusal,
      },
    };
  }

  /** Takes what a part of the run asked in another thread. */
  take({ facts, stats, links, refusal }: Asked): void {
    for (const fact of facts) this.#note(...fact);
    for (const [place, numbers] of stats) if (!this.#stats.has(place)) this.#stats.set(place, numbers);
    for (const link of links) this.#links.add(link);
    if (refusal !== undefined) this.refuse(refusal);
  }

  /** Whether a fact of an earlier run still holds. What is asked for that becomes part of this run. */
  holds([ask, file, answer]: Fact): boolean {
    return (this.#known(ask, file) ?? this.#answer(ask, file)) === answer;
  }

  /** Lets go of what was read to see whether facts hold. */
  forget(): void {
    this.#unread.clear();
  }

  /** Everything that was asked so far. */
  recorded(): Recorded {
    return {
      facts: [...this.#answers.values()],
      stats: this.#stats,
      links: this.#links,
      unlisted: this.unlisted,
      start: this.#start,
    };
  }

  #answer(ask: Ask, file: string): string | undefined {
    try {
      if (ask === 'content') this.#unread.set(file, this.read(file));
      else if (ask === 'names') this.list(file);
      else if (ask === 'real') this.real(file);
      else if (ask === 'size') this.size(file);
      else this.kind(file);
    } catch {
      // The place is gone, which is an answer as well.
    }
    return this.#answers.get(keyOf(ask, file))?.[2];
  }

  #listed(folder: string, entries: Dirent[]): Dirent[] {
    this.#note('names', folder, namesHash(folder, entries, this.unlisted));
    return entries;
  }

  #look(place: string): void {
    if (!this.#stats.has(place)) this.#stats.set(place, numbersOf(statsOf(place)));
  }

  #known(ask: Ask, file: string): string | undefined {
    const key = keyOf(ask, file);
    const fact = this.#answers.get(key);
    if (fact !== undefined) this.#scopes.getStore()?.keys.add(key);
    return fact?.[2];
  }

  #note(ask: Ask, file: string, answer: string): string {
    const known = this.#known(ask, file);
    if (known === undefined) {
      const key = keyOf(ask, file);
      this.#answers.set(key, [ask, file, answer]);
      this.#scopes.getStore()?.keys.add(key);
    } else if (known !== answer) this.refuse(`"${file}" changed during the run`);
    return answer;
  }

  #factsOf(scope: Scope): Fact[] {
    const keys = new Set<string>();
    const seen = new Set<Scope>();
    const add = (one: Scope): void => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const key of one.keys) keys.add(key);
      for (const used of one.used) add(used);
    };
    add(scope);
    return Array.from(keys, (key) => this.#answers.get(key)!);
  }
}

function numbersOf(stats: Stats | undefined): StatNumbers | undefined {
  if (stats === undefined) return undefined;
  const { mtimeMs, ctimeMs, size, ino } = stats;
  return { mtimeMs, ctimeMs, size, ino };
}

function keyOf(ask: Ask, file: string): string {
  return `${ask} ${file}`;
}
