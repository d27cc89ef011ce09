import type { ReleaseFindings } from '../lint/lint-release.ts';
import type { ProjectFindings } from '../lint/settle-project.ts';
import type { ControlComment } from '../model/control-comment.ts';
import type { Finding } from '../model/finding.ts';
import type { PlannedShard } from '../model/shard.ts';
import type { Source } from '../model/source.ts';
import type { ReleaseOutcome } from './release-linter.ts';

/** What all releases of a run add up to. */
export class LintedProject implements ProjectFindings {
  readonly releases: ReleaseFindings[] = [];
  readonly reading: Finding[] = [];
  readonly sources = new Map<string, string>();
  readonly comments = new Map<string, readonly ControlComment[]>();
  /** Every values file that was read, by its id. */
  readonly read = new Map<string, Source>();
  /** Of which run it is a part; undefined for a whole run. */
  shard: PlannedShard | undefined;
  /** Which of the planned releases each of `releases` is; those that cannot be read are left out. */
  readonly order: number[] = [];
  #added = 0;

  /** Number of values files read. */
  get files(): number {
    return this.read.size;
  }

  /** Takes the next release in the order in which they were planned. */
  add({ linted, reading, sources, read }: ReleaseOutcome): void {
    if (linted !== undefined) {
      this.releases.push(linted);
      this.order.push(this.#added);
    }
    this.#added += 1;
    for (const finding of reading) this.reading.push(finding);
    for (const [file, text] of sources) this.sources.set(file, text);
    for (const [file, spans] of read.comments) this.comments.set(file, spans);
    for (const [id, source] of read.sources) this.read.set(id, source);
  }
}
