import type { StatNumbers } from './stat-row.ts';

/** A question: what a file holds, what is at a path, what a folder lists, where a path really leads, how large a file is. */
export type Ask = 'content' | 'kind' | 'names' | 'real' | 'size';

/** What was asked and answered: the name of a content or of a list, a kind, a path, a size. */
export type DiskFact = readonly [ask: Ask, file: string, answer: string];

/** What a part of a run asked, with all that it uses. Plain data. */
export interface Asked extends Pick<Recorded, 'facts'> {
  readonly stats: readonly (readonly [place: string, numbers: StatNumbers | undefined])[];
  readonly links: readonly string[];
  /** Why nothing may be kept of the run. */
  readonly refusal: string | undefined;
}

/** Everything that a run asked, for `keepFacts`. */
export interface Recorded {
  readonly facts: readonly DiskFact[];
  /** What `stat` said about files and folders before they were first read. */
  readonly stats: ReadonlyMap<string, StatNumbers | undefined>;
  /** Paths whose kind their folder does not tell. */
  readonly links: ReadonlySet<string>;
  readonly unlisted: ReadonlySet<string>;
  /** When the run began, in milliseconds. */
  readonly start: number;
}
