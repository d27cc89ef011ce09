import type { FileSystemAdapter } from 'fast-glob';
import { textOf } from '../model/text-of.ts';
import { type AsyncScope, asyncScope } from './async-scope.ts';
import type { Ask, Asked, DiskFact, Recorded } from './facts.ts';
import type { FileSystem, FolderEntry } from './file-system.ts';
import { namesText } from './folder-names.ts';
import { observedGlobs } from './observed-globs.ts';
import { path } from './path.ts';
import type { PathKind } from './path-kind.ts';
import type { StatNumbers } from './stat-row.ts';
import { touchedBy } from './touched-by.ts';

/** What one part of a run asked, with the parts that it uses. */
interface Scope {
  readonly facts: Map<string, DiskFact>;
  readonly used: Set<Scope>;
}

/**
 * Answers as another file system does and takes note of every answer. What is at a path is asked once: a run sees one state
 * of the disk, until somebody says that it changed.
 */
export class FactRecorder implements FileSystem {
  readonly #answers = new Map<string, DiskFact>();
  readonly #stats = new Map<string, StatNumbers | undefined>();
  readonly #links = new Set<string>();
  /** Absolute paths that the run itself writes, which no list of a folder counts. */
  readonly unlisted: ReadonlySet<string>;
  readonly #base: FileSystem;
  readonly #scopes: AsyncScope<Scope> = asyncScope();
  /** What was read for its hash and nobody has asked for yet. */
  readonly #unread = new Map<string, Uint8Array>();
  readonly #start = Date.now();
  #refusal: string | undefined;
  /** How often somebody said that something changed. */
  #changes = 0;
  readonly globbing: Partial<FileSystemAdapter>;

  constructor(base: FileSystem, unlisted: ReadonlySet<string> = new Set()) {
    this.#base = base;
    this.unlisted = unlisted;
    this.globbing = observedGlobs({
      kind: (file) => this.kind(file),
      look: (place) => this.#look(place),
      listed: (folder, entries) => this.#listed(folder, entries),
      refuse: (reason) => this.refuse(reason),
    });
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
    try {
      if (this.#base.isLink(file)) this.#links.add(file);
    } catch {
      // A folder above that may not be searched: nothing else tells when that changes.
      this.#links.add(file);
    }
    return this.#note('kind', file, this.#base.kind(file)) as PathKind;
  }

  size(file: string): number {
    return Number(this.#note('size', file, String(this.#base.size(file))));
  }

  read(file: string, mostBytes?: number): Uint8Array {
    const unread = this.#unread.get(file);
    if (unread !== undefined) {
      this.#unread.delete(file);
      this.#known('content', file);
      return unread;
    }
    this.#look(file);
    try {
      const bytes = this.#base.read(file, mostBytes);
      this.#note('content', file, this.#base.nameContent(bytes));
      return bytes;
    } catch (error) {
      if (this.kind(file) === 'file') this.refuse(`"${file}" cannot be read`);
      throw error;
    }
  }

  readText(file: string, mostBytes?: number): string {
    return textOf(this.read(file, mostBytes));
  }

  list(folder: string): readonly FolderEntry[] {
    this.#look(folder);
    try {
      return this.#listed(folder, this.#base.list(folder));
    } catch (error) {
      this.refuse(`"${folder}" cannot be read`);
      throw error;
    }
  }

  real(file: string): string {
    try {
      return this.#note('real', file, this.#base.real(file));
    } catch (error) {
      this.#note('real', file, '');
      throw error;
    }
  }

  isLink(file: string): boolean {
    return this.#base.isLink(file);
  }

  stats(file: string): StatNumbers | undefined {
    return this.#base.stats(file);
  }

  nameContent(content: Uint8Array | string): string {
    return this.#base.nameContent(content);
  }

  readonly shared = <T>(load: () => T): (() => T) => {
    let scope = newScope();
    let loaded = this.#scopes.run(scope, load);
    let changes = this.#changes;
    return () => {
      if (changes !== this.#changes) {
        changes = this.#changes;
        if (!this.holdsAll(this.#factsOf(scope))) {
          scope = newScope();
          loaded = this.#scopes.run(scope, load);
        }
      }
      this.#scopes.getStore()?.used.add(scope);
      return loaded;
    };
  };

  later<T>(ask: () => T): () => T {
    const scope = this.#scopes.getStore();
    return scope === undefined ? ask : () => this.#scopes.run(scope, ask);
  }

  /** Runs a part of the run, and tells what it and all that it uses asked. */
  async part<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly asked: Asked }> {
    const scope = newScope();
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

  /** Whether facts of an earlier run, or from before a change, still hold. What is asked for that becomes part of this run. */
  holdsAll(facts: readonly DiskFact[]): boolean {
    return facts.every(
      ([ask, file, answer]) => (this.#known(ask, file) ?? this.#answer(ask, file)) === answer,
    );
  }

  /** Takes note that something at or below these paths (absolute) may have changed: whatever that concerns is asked anew. */
  change(paths: readonly string[]): void {
    this.#changes += 1;
    this.#refusal = undefined;
    const isOld = touchedBy(paths);
    for (const [key, [ask, file]] of this.#answers)
      if (ask === 'real' || isOld(file)) this.#answers.delete(key);
    for (const file of this.#stats.keys()) if (isOld(file)) this.#stats.delete(file);
    for (const file of this.#links) if (isOld(file)) this.#links.delete(file);
    this.#unread.clear();
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

  #listed<Entries extends readonly FolderEntry[]>(folder: string, entries: Entries): Entries {
    this.#note('names', folder, this.#base.nameContent(namesText(folder, entries, this.unlisted)));
    return entries;
  }

  #look(place: string): void {
    if (!this.#stats.has(place)) this.#stats.set(place, numbersOf(this.#base.stats(place)));
  }

  #known(ask: Ask, file: string): string | undefined {
    const key = keyOf(ask, file);
    const fact = this.#answers.get(key);
    if (fact !== undefined) this.#scopes.getStore()?.facts.set(key, fact);
    return fact?.[2];
  }

  #note(ask: Ask, file: string, answer: string): string {
    const known = this.#known(ask, file);
    if (known === undefined) {
      const key = keyOf(ask, file);
      const fact: DiskFact = [ask, file, answer];
      this.#answers.set(key, fact);
      this.#scopes.getStore()?.facts.set(key, fact);
    } else if (known !== answer) this.refuse(`"${file}" changed during the run`);
    return answer;
  }

  #factsOf(scope: Scope): DiskFact[] {
    const facts = new Map<string, DiskFact>();
    const seen = new Set<Scope>();
    const add = (one: Scope): void => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const [key, fact] of one.facts) facts.set(key, fact);
      for (const used of one.used) add(used);
    };
    add(scope);
    return [...facts.values()];
  }
}

function newScope(): Scope {
  return { facts: new Map(), used: new Set() };
}

function numbersOf(stats: StatNumbers | undefined): StatNumbers | undefined {
  if (stats === undefined) return undefined;
  const { mtimeMs, ctimeMs, size, ino } = stats;
  return { mtimeMs, ctimeMs, size, ino };
}

function keyOf(ask: Ask, file: string): string {
  return `${ask} ${file}`;
}
