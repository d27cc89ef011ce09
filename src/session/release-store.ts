import type { FactRecorder } from '../files/fact-recorder.ts';
import type { Asked, DiskFact } from '../files/facts.ts';
import type { ControlComment } from '../model/control-comment.ts';
import { releaseKey } from '../model/release-id.ts';
import type { Source } from '../model/source.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import type { ReleaseOutcome } from './release-linter.ts';

/** What is known of releases from before. */
export interface ReleaseStore {
  /** Whoever lints a release notes down here what it asks. */
  readonly recorder: FactRecorder;
  /** What was found in the release, if nothing that it depends on changed since. */
  known(planned: PlannedRelease): ReleaseOutcome | undefined;
  /** Takes a release that was linted now, and gives it with all that its files say, also those that were read before. */
  add(planned: PlannedRelease, release: ReleaseOutcome, asked: Asked): ReleaseOutcome;
}

/** A values file, as far as it outlives its values. */
export interface KnownFile {
  readonly source: Source;
  readonly comments: readonly ControlComment[];
}

/** Keeps what was found in each release in memory. */
export class MemoryStore implements ReleaseStore {
  readonly recorder: FactRecorder;
  readonly #releases = new Map<
    string,
    { readonly release: ReleaseOutcome; readonly facts: readonly DiskFact[] }
  >();
  /** Every values file that was read, by its id. */
  readonly values = new Map<string, KnownFile>();
  /** All texts that findings and comments point into, by the ids of their sources. */
  readonly texts = new Map<string, string>();

  constructor(recorder: FactRecorder) {
    this.recorder = recorder;
  }

  known(planned: PlannedRelease): ReleaseOutcome | undefined {
    const kept = this.#releases.get(plannedKey(planned));
    return kept !== undefined && this.recorder.holdsAll(kept.facts) ? kept.release : undefined;
  }

  add(planned: PlannedRelease, release: ReleaseOutcome, asked: Asked): ReleaseOutcome {
    this.recorder.take(asked);
    for (const [id, source] of release.read.sources) {
      this.values.set(id, { source, comments: release.read.comments.get(id) ?? [] });
    }
    for (const [id, text] of release.sources) this.texts.set(id, text);
    const whole = this.#complete(release, asked.facts);
    this.#releases.set(plannedKey(planned), { release: whole, facts: asked.facts });
    return whole;
  }

  /** With the values files that another release has read first. */
  #complete(release: ReleaseOutcome, facts: readonly DiskFact[]): ReleaseOutcome {
    const read = { sources: new Map(release.read.sources), comments: new Map(release.read.comments) };
    const sources = new Map(release.sources);
    for (const [ask, file] of facts) {
      const known = ask === 'content' ? this.values.get(file) : undefined;
      if (known === undefined || read.sources.has(file)) continue;
      read.sources.set(file, known.source);
      const text = this.texts.get(file);
      if (known.comments.length === 0 || text === undefined) continue;
      read.comments.set(file, known.comments);
      sources.set(file, text);
    }
    return { ...release, sources, read };
  }
}

/** What tells planned releases apart, made of the same files. */
export function plannedKey({ id, files }: PlannedRelease): string {
  return JSON.stringify([releaseKey(id), ...files]);
}
