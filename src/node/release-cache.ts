import { existsSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '../cache/content-hash.ts';
import { absolutePath, keptPath } from '../cache/kept-facts.ts';
import { readPack, writePack } from '../cache/private-pack.ts';
import type { FoundInRelease, ReleaseInput } from '../lint/release-input.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { LintedRelease } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import type { Fact, FactRecorder } from './fact-recorder.ts';
import type { SourceFiles } from './source-files.ts';

/** Sets of settings whose releases are kept. */
const MOST_SETTINGS = 8;

/** What is kept of one release. Paths lie below the working directory, or are absolute. */
interface KeptRelease {
  readonly facts: readonly Fact[];
  /** The values files that it read, with the places of their `# chartlint-…` comments. */
  readonly values: readonly (readonly [file: string, comments: readonly Span[]])[];
  /** Other files that its findings point into, with the names that spans give them; flags, whose name is their text, lie in none. */
  readonly texts: readonly (readonly [shown: string, file: string | null])[];
  readonly name: string;
  readonly described: Omit<LintedRelease, 'title' | 'version' | 'chart'> &
    Partial<Pick<ChartProfile, 'title' | 'version'>> & { readonly chart?: string };
  /** What reading its files and its chart found. */
  readonly reading: readonly Finding[];
  readonly found: FoundInRelease;
}

/** A release that need not be linted again. */
export interface KnownRelease {
  readonly input: ReleaseInput;
  readonly reading: readonly Finding[];
}

/** Whether what was found may be kept: nothing of it shows a secret. */
export type IsFitToKeep = (found: FoundInRelease, texts: ReadonlyMap<string, string>) => boolean;

/**
 * What was found in each release, kept from run to run. A release counts as known when everything that it was made of has the
 * same content as then, whatever the times of the files are.
 */
export class ReleaseCache {
  readonly #file: string;
  readonly #cwd: string;
  readonly #recorder: FactRecorder;
  readonly #isFit: IsFitToKeep;
  readonly #kept: ReadonlyMap<string, Buffer>;
  #sources: SourceFiles | undefined;
  readonly #used = new Set<string>();
  readonly #pending = new Map<
    ReleaseInput,
    { id: string; reading: readonly Finding[]; facts: () => Fact[] }
  >();
  readonly #found = new Map<string, { release: ReleaseInput; found: FoundInRelease }>();

  /** `settings`: everything besides files that decides what is found. */
  constructor(folder: string, settings: string, cwd: string, recorder: FactRecorder, isFit: IsFitToKeep) {
    this.#file = path.join(folder, 'releases', `${contentHash(settings)}.bin`);
    this.#cwd = cwd;
    this.#recorder = recorder;
    this.#isFit = isFit;
    this.#kept = readPack(this.#file) ?? new Map();
  }

  /** Says where the files of the run are held. */
  begin(sources: SourceFiles): void {
    this.#sources = sources;
  }

  /** A release of these files (absolute), if nothing about it changed; its files then count as loaded. */
  known(stack: string | undefined, files: readonly string[]): KnownRelease | undefined {
    const id = this.#idOf(stack, files);
    const kept = this.#read(id);
    const holds = ([ask, file, answer]: Fact): boolean =>
      this.#recorder.holds([ask, absolutePath(file, this.#cwd), answer]);
    const sources = this.#sources;
    if (kept === undefined || sources === undefined || !kept.facts.every(holds)) return undefined;
    this.#used.add(id);
    for (const [file, comments] of kept.values) sources.remember(absolutePath(file, this.#cwd), comments);
    for (const [shown, file] of kept.texts) {
      sources.texts.set(
        shown,
        file === null ? shown : this.#recorder.readText(absolutePath(file, this.#cwd)),
      );
    }
    return { input: inputOf(kept), reading: kept.reading };
  }

  /** Plans a release, and takes note of what it depends on. */
  async plan(
    stack: string | undefined,
    files: readonly string[],
    plan: () => Promise<{ input: ReleaseInput | undefined; reading: readonly Finding[] }>,
  ): Promise<{ input: ReleaseInput | undefined; reading: readonly Finding[] }> {
    const { result, facts } = this.#recorder.part(plan);
    const planned = await result;
    if (planned.input !== undefined) {
      this.#pending.set(planned.input, { id: this.#idOf(stack, files), reading: planned.reading, facts });
    }
    return planned;
  }

  /** Takes what linting a release found. */
  add(release: ReleaseInput, found: FoundInRelease): void {
    const pending = this.#pending.get(release);
    if (pending !== undefined) this.#found.set(pending.id, { release, found });
  }

  /** Keeps what is new of this run, and of earlier runs whatever still has its files. Throws what the file system throws. */
  write(): void {
    const sources = this.#sources;
    if (sources === undefined || this.#found.size === 0 || this.#recorder.refusal !== undefined) return;
    // Read anew: another run may have written in the meantime.
    const pieces = new Map(readPack(this.#file) ?? []);
    for (const id of pieces.keys()) if (!this.#used.has(id) && !this.#isThere(id)) pieces.delete(id);
    const pending = new Map(Array.from(this.#pending.values(), (one) => [one.id, one]));
    const files = new Map(Array.from(sources.paths, ([shown, file]) => [file, shown]));
    for (const [id, { release, found }] of this.#found) {
      const { reading, facts } = pending.get(id)!;
      const kept = this.#keep(release, found, reading, facts(), sources, files);
      if (kept === undefined) pieces.delete(id);
      else pieces.set(id, Buffer.from(JSON.stringify(kept)));
    }
    writePack(this.#file, pieces, MOST_SETTINGS);
  }

  #keep(
    release: ReleaseInput,
    found: FoundInRelease,
    reading: readonly Finding[],
    facts: readonly Fact[],
    sources: SourceFiles,
    shownOf: ReadonlyMap<string, string>,
  ): KeptRelease | undefined {
    const kept = (file: string): string => keptPath(file, this.#cwd);
    const read = new Set(facts.filter(([ask]) => ask === 'content').map(([, file]) => file));
    // The texts in an archive are not files that could be shown again.
    if ([...read].some((file) => file.endsWith('.tgz'))) return undefined;
    const values = [...read].filter((file) => shownOf.has(file));
    const shown = new Set(values.map((file) => shownOf.get(file)!));
    const others = new Map<string, string | null>();
    for (const { file } of spansIn(reading, found)) {
      if (shown.has(file)) continue;
      if (sources.texts.get(file) === file) {
        // What is kept would name the secret.
        if (found.secrets.some((span) => span.file === file)) return undefined;
        others.set(file, null);
        continue;
      }
      const absolute = path.resolve(this.#cwd, file);
      if (!read.has(absolute)) return undefined;
      others.set(file, kept(absolute));
    }
    const texts = new Map([...shown, ...others.keys()].map((file) => [file, sources.texts.get(file) ?? '']));
    if (!this.#isFit({ ...found, findings: [...reading, ...found.findings] }, texts)) return undefined;
    const { name, chart, detectedBy, stack, files } = release;
    return {
      facts: facts.map(([ask, file, answer]) => [ask, kept(file), answer]),
      values: values.map((file) => [kept(file), sources.comments.get(shownOf.get(file)!) ?? []]),
      texts: [...others],
      name,
      described: {
        detectedBy,
        files,
        ...(stack === undefined ? {} : { stack }),
        ...(chart === undefined ? {} : { chart: chart.name, title: chart.title }),
        ...(chart?.version === undefined ? {} : { version: chart.version }),
      },
      reading,
      found,
    };
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

  #idOf(stack: string | undefined, files: readonly string[]): string {
    return JSON.stringify([stack ?? null, ...files.map((file) => keptPath(file, this.#cwd))]);
  }

  #isThere(id: string): boolean {
    const [, ...files] = JSON.parse(id) as [string | null, ...string[]];
    return files.every((file) => existsSync(absolutePath(file, this.#cwd)));
  }
}

function inputOf({ name, described, found }: KeptRelease): ReleaseInput {
  const { chart, title = '', version, detectedBy, stack, files } = described;
  const about = { ...(version === undefined ? {} : { version }), defaults: {}, annotations: [] };
  return {
    name,
    ...(stack === undefined ? {} : { stack }),
    files,
    layers: [],
    chart: chart === undefined ? undefined : { name: chart, title, ...about },
    detectedBy,
    schema: undefined,
    tree: undefined,
    context: { cluster: {} },
    found,
  };
}

function spansIn(reading: readonly Finding[], { findings, secrets }: FoundInRelease): Span[] {
  const spans: Span[] = [...secrets];
  for (const { span, related, fix } of [...reading, ...findings]) {
    spans.push(span, ...related.map((one) => one.span), ...(fix?.edits ?? []).map((edit) => edit.span));
  }
  return spans;
}
