import { existsSync } from 'node:fs';
import path from 'node:path';
import { readPack, writePack } from '../cache/private-pack.ts';
import { contentHash } from '../files/content-hash.ts';
import type { Asked, Fact, FactRecorder } from '../files/fact-recorder.ts';
import { absolutePath, keptPath } from '../files/kept-facts.ts';
import type { ReleaseFindings } from '../lint/lint-release.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { PlannedRelease } from '../project/plan-releases.ts';
import type { LintedRelease } from './release-linter.ts';

/** Sets of settings whose releases are kept. */
const MOST_SETTINGS = 8;

/** What is kept of one release. Paths lie below the working directory, or are absolute. */
interface KeptRelease {
  readonly facts: readonly Fact[];
  readonly linted: ReleaseFindings;
  readonly reading: readonly Finding[];
  /** The values files that it read, by their names in spans, with the places of their `# chartlint-…` comments. */
  readonly values: readonly (readonly [shown: string, file: string, comments: readonly Span[]])[];
  /** The files that its findings and comments point into; null for flags, whose name is their text. */
  readonly texts: readonly (readonly [shown: string, file: string | null])[];
}

/** A release that was linted in this run, with what it asked the disk. */
interface NewRelease extends LintedRelease {
  readonly facts: readonly Fact[];
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
export class ReleaseCache {
  readonly #file: string;
  readonly #cwd: string;
  readonly #isFit: IsFitToKeep;
  readonly #kept: ReadonlyMap<string, Buffer>;
  readonly #used = new Set<string>();
  readonly #new = new Map<string, NewRelease>();
  /** Of all values files of the run, by absolute path: their names in spans, and their comments. */
  readonly #values = new Map<string, { readonly shown: string; readonly comments: readonly Span[] }>();
  /** All texts that findings of the run point into, by their names in spans. */
  readonly #texts = new Map<string, string>();
  /** Whoever lints a release notes down here what it asks. */
  readonly recorder: FactRecorder;

  /** `settings`: everything besides files that decides what is found. */
  constructor(folder: string, settings: string, cwd: string, recorder: FactRecorder, isFit: IsFitToKeep) {
    this.#file = path.join(folder, 'chartlint-releases', `${contentHash(settings)}.bin`);
    this.#cwd = cwd;
    this.recorder = recorder;
    this.#isFit = isFit;
    this.#kept = readPack(this.#file) ?? new Map();
  }

  /** What an earlier run found in the release, if nothing about it changed. */
  known(planned: PlannedRelease): LintedRelease | undefined {
    const known = this.#known(planned);
    this.recorder.forget();
    return known;
  }

  #known(planned: PlannedRelease): LintedRelease | undefined {
    const id = this.#idOf(planned);
    const kept = this.#read(id);
    const at = (file: string): string => absolutePath(file, this.#cwd);
    if (!kept?.facts.every(([ask, file, answer]) => this.recorder.holds([ask, at(file), answer]))) {
      return undefined;
    }
    this.#used.add(id);
    const { linted, reading, values, texts } = kept;
    const textOf = (shown: string, file: string | null): string =>
      file === null ? shown : this.recorder.readText(at(file));
    return {
      linted,
      reading,
      sources: new Map(texts.map(([shown, file]) => [shown, textOf(shown, file)])),
      read: {
        names: new Set(values.map(([shown]) => shown)),
        paths: new Map(values.map(([shown, file]) => [shown, at(file)])),
        comments: new Map(
          values.flatMap(([shown, , comments]) => (comments.length === 0 ? [] : [[shown, comments]])),
        ),
      },
    };
  }

  /** Takes a release that was linted in this run. */
  add(planned: PlannedRelease, release: LintedRelease, asked: Asked): void {
    this.recorder.take(asked);
    for (const [shown, file] of release.read.paths) {
      this.#values.set(file, { shown, comments: release.read.comments.get(shown) ?? [] });
    }
    for (const [shown, text] of release.sources) this.#texts.set(shown, text);
    this.#new.set(this.#idOf(planned), { ...release, facts: asked.facts });
  }

  /** Keeps what is new of this run, and of earlier runs whatever still has its files. */
  write(): void {
    if (this.#new.size === 0 || this.recorder.refusal !== undefined) return;
    // Read anew: another run may have written in the meantime.
    const pieces = new Map(readPack(this.#file) ?? []);
    for (const id of pieces.keys()) if (!this.#used.has(id) && !this.#isThere(id)) pieces.delete(id);
    for (const [id, release] of this.#new) {
      const kept = this.#keep(release);
      if (kept === undefined) pieces.delete(id);
      else pieces.set(id, Buffer.from(JSON.stringify(kept)));
    }
    writePack(this.#file, pieces, MOST_SETTINGS);
  }

  #keep(release: NewRelease): KeptRelease | undefined {
    const { facts, linted, reading } = release;
    const kept = (file: string): string => keptPath(file, this.#cwd);
    const read = new Set(facts.filter(([ask]) => ask === 'content').map(([, file]) => file));
    // The texts in an archive are not files that could be shown again.
    if (linted === undefined || [...read].some((file) => file.endsWith('.tgz'))) return undefined;
    const values = [...read].flatMap((file): KeptRelease['values'][number][] => {
      const known = this.#values.get(file);
      return known === undefined ? [] : [[known.shown, kept(file), known.comments]];
    });
    const shown = new Map(values.map(([name, file]) => [name, file]));
    const texts = new Map<string, string | null>();
    for (const [name, file, comments] of values) if (comments.length > 0) texts.set(name, file);
    for (const { file } of spansIn(reading, linted)) {
      const absolute = path.resolve(this.#cwd, file);
      if (shown.has(file)) texts.set(file, shown.get(file)!);
      else if (this.#texts.get(file) === file) texts.set(file, null);
      else if (read.has(absolute)) texts.set(file, kept(absolute));
      else return undefined;
    }
    // A flag with a secret would be kept as the name of its file.
    if (linted.secrets.some(({ file }) => !shown.has(file) && !read.has(path.resolve(this.#cwd, file)))) {
      return undefined;
    }
    if (!this.#isFit({ findings: [...reading, ...linted.findings], secrets: linted.secrets }, this.#texts))
      return undefined;
    const keptFacts = facts.map(([ask, file, answer]): Fact => [ask, kept(file), answer]);
    return { facts: keptFacts, linted, reading, values, texts: [...texts] };
  }

  #read(id: string): KeptRelease | undefined {
    const piece = this.#kept.get(id);
    if (piece === undefined) return undefined;
    try {
      return JSON.parse(piece.toString('utf8')) as KeptRelease;
    } catch {
      return undefined;
    }
  }

  #idOf({ stack, files }: PlannedRelease): string {
    return JSON.stringify([stack?.name ?? null, ...files.map((file) => keptPath(file, this.#cwd))]);
  }

  #isThere(id: string): boolean {
    const [, ...files] = JSON.parse(id) as [string | null, ...string[]];
    return files.every((file) => existsSync(absolutePath(file, this.#cwd)));
  }
}

/** Every place that a report of the findings may quote. */
function spansIn(reading: readonly Finding[], { findings }: ReleaseFindings): Span[] {
  return [...reading, ...findings].flatMap(({ span, related, fix }) => [
    span,
    ...related.map((one) => one.span),
    ...(fix?.edits ?? []).map((edit) => edit.span),
  ]);
}
