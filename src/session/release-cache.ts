import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CacheLocation } from '../cache/cache-location.ts';
import { readPack, writePack } from '../cache/private-pack.ts';
import { contentHash } from '../files/content-hash.ts';
import type { FactRecorder } from '../files/fact-recorder.ts';
import type { Asked, DiskFact } from '../files/facts.ts';
import { absolutePath, keptPath } from '../files/kept-facts.ts';
import type { Finding } from '../model/finding.ts';
import { releaseKey } from '../model/release-id.ts';
import { fileSource } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import { type PackedRelease, packRelease, sourcesIn, unpackRelease } from './kept-release.ts';
import type { ReleaseOutcome } from './release-linter.ts';
import { MemoryStore, type ReleaseStore } from './release-store.ts';

/** Sets of settings whose releases are kept. */
const MOST_SETTINGS = 50;

/** What is kept of one release. Paths lie below the working directory, or are absolute. */
interface KeptRelease extends PackedRelease {
  readonly facts: readonly DiskFact[];
  /** The values files that it read. */
  readonly values: readonly (readonly [shown: string, file: string])[];
  /** The files that its findings and comments point into. */
  readonly texts: readonly string[];
}

/** A release that was linted in this run, with what it asked the disk. */
interface NewRelease extends ReleaseOutcome {
  readonly facts: readonly DiskFact[];
}

/** Whether what was found may be kept: nothing of it shows a secret. */
export type IsFitToKeep = (
  found: { readonly findings: readonly Finding[]; readonly secrets: readonly Span[] },
  texts: ReadonlyMap<string, string>,
) => boolean;

/**
 * What was found in each release, kept from run to run. A release counts as known when everything that it was made of has the
 * same content as then, whatever the times of the files are.
 */
export class ReleaseCache implements ReleaseStore {
  readonly #file: string;
  readonly #key: Buffer;
  readonly #cwd: string;
  readonly #isFit: IsFitToKeep;
  readonly #kept: ReadonlyMap<string, Buffer>;
  readonly #used = new Set<string>();
  readonly #new = new Map<string, NewRelease>();
  readonly #memory: MemoryStore;
  /** Whoever lints a release notes down here what it asks. */
  readonly recorder: FactRecorder;

  /** `settings`: everything besides files that decides what is found. */
  constructor(
    { folder, key }: CacheLocation,
    settings: string,
    cwd: string,
    recorder: FactRecorder,
    isFit: IsFitToKeep,
  ) {
    this.#key = key;
    this.#file = path.join(folder, 'chartlint-releases', `${contentHash(settings)}.bin`);
    this.#cwd = cwd;
    this.recorder = recorder;
    this.#memory = new MemoryStore(recorder);
    this.#isFit = isFit;
    this.#kept = readPack(this.#file, this.#key) ?? new Map();
  }

  /** What an earlier run found in the release, if nothing about it changed. */
  known(planned: PlannedRelease): ReleaseOutcome | undefined {
    const known = this.#memory.known(planned) ?? this.#known(planned);
    this.recorder.forget();
    return known;
  }

  #known(planned: PlannedRelease): ReleaseOutcome | undefined {
    const id = this.#idOf(planned);
    const kept = this.#read(id);
    const at = (file: string): string => absolutePath(file, this.#cwd);
    if (
      !kept ||
      !this.recorder.holdsAll(kept.facts.map(([ask, file, answer]): DiskFact => [ask, at(file), answer]))
    ) {
      return undefined;
    }
    this.#used.add(id);
    const { linted, reading, comments } = unpackRelease(kept, planned.id, this.#cwd);
    const flags = [...sourcesIn({ linted, reading }).keys()].filter((one) => !path.isAbsolute(one));
    const files = kept.texts.map(at);
    return {
      linted,
      reading,
      sources: new Map([
        ...files.map((file) => [file, this.recorder.readText(file)] as const),
        // The id of a flag is its text.
        ...flags.map((flag) => [flag, flag] as const),
      ]),
      read: {
        sources: new Map(kept.values.map(([shown, file]) => [at(file), fileSource(shown, at(file))])),
        comments: new Map(comments),
      },
    };
  }

  /** Takes a release that was linted in this run. */
  add(planned: PlannedRelease, release: ReleaseOutcome, asked: Asked): ReleaseOutcome {
    const whole = this.#memory.add(planned, release, asked);
    this.#new.set(this.#idOf(planned), { ...whole, facts: asked.facts });
    return whole;
  }

  /** Keeps what is new of this run, and of earlier runs whatever still has its files. */
  write(): void {
    if (this.#new.size === 0 || this.recorder.refusal !== undefined) return;
    // Read anew: another run may have written in the meantime.
    const pieces = new Map(readPack(this.#file, this.#key) ?? []);
    for (const id of pieces.keys()) if (!this.#used.has(id) && !this.#isThere(id)) pieces.delete(id);
    for (const [id, release] of this.#new) {
      const kept = this.#keep(release);
      if (kept === undefined) pieces.delete(id);
      else {
        const { body, ...head } = kept;
        pieces.set(id, Buffer.from(`${JSON.stringify(head)}\n${body}`));
      }
    }
    writePack(this.#file, pieces, MOST_SETTINGS, this.#key);
  }

  #keep(release: NewRelease): KeptRelease | undefined {
    const { facts, linted, reading } = release;
    const kept = (file: string): string => keptPath(file, this.#cwd);
    const read = new Set(facts.filter(([ask]) => ask === 'content').map(([, file]) => file));
    // The texts in an archive are not files that could be shown again.
    if (linted === undefined || [...read].some((file) => file.endsWith('.tgz'))) return undefined;
    const values = [...read].flatMap((file) => this.#memory.values.get(file) ?? []);
    const comments = new Map(
      values.flatMap((one) => (one.comments.length === 0 ? [] : [[one.source.id, one.comments]])),
    );
    const sources = [...sourcesIn({ linted, reading }).values()];
    const texts = new Set(comments.keys());
    for (const { id, kind } of sources) if (kind === 'file') texts.add(id);
    if (sources.some(({ id, kind }) => !(kind === 'flag' || (kind === 'file' && read.has(id)))))
      return undefined;
    // A flag with a secret would be kept as the name of its source.
    if (linted.secrets.some(({ source }) => source.kind !== 'file' || !read.has(source.id))) return undefined;
    if (
      !this.#isFit(
        { findings: [...reading, ...linted.findings], secrets: linted.secrets },
        this.#memory.texts,
      )
    )
      return undefined;
    return {
      facts: facts.map(([ask, file, answer]): DiskFact => [ask, kept(file), answer]),
      ...packRelease({ linted, reading, comments }, this.#cwd),
      values: values.map(({ source }) => [source.shown, kept(source.id)]),
      texts: Array.from(texts, kept),
    };
  }

  #read(id: string): KeptRelease | undefined {
    const piece = this.#kept.get(id);
    if (piece === undefined) return undefined;
    try {
      const text = piece.toString('utf8');
      const end = text.indexOf('\n');
      return { ...(JSON.parse(text.slice(0, end)) as Omit<KeptRelease, 'body'>), body: text.slice(end + 1) };
    } catch {
      return undefined;
    }
  }

  #idOf({ id: { source, name }, files }: PlannedRelease): string {
    const kept = source === undefined ? {} : { source: keptPath(source, this.#cwd) };
    const id = releaseKey({ ...kept, ...(name === undefined ? {} : { name }) });
    return JSON.stringify([id, ...files.map((file) => keptPath(file, this.#cwd))]);
  }

  #isThere(id: string): boolean {
    const [, ...files] = JSON.parse(id) as [string, ...string[]];
    return files.every((file) => existsSync(absolutePath(file, this.#cwd)));
  }
}
