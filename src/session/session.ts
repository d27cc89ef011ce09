import type { FactRecorder } from '../files/fact-recorder.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type AssembledRelease, assembleRelease } from '../lint/assemble-release.ts';
import { explainValue } from '../lint/explain-value.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { ValueExplanation } from '../model/value-explanation.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { PreparedRun } from '../project/apply-config.ts';
import { type LintWork, lintReleases } from './lint-releases.ts';
import type { LintedProject } from './linted-project.ts';
import type { PlannedRun } from './planned-run.ts';
import { type PlannedProject, readPlanned } from './read-planned.ts';
import { ReleaseLinter } from './release-linter.ts';
import type { ReleaseStore } from './release-store.ts';

/** What a session lints and how. */
export interface SessionWork extends Pick<LintWork, 'threads' | 'lintInThreads'> {
  /** Finds and loads the configuration; rejects with a UsageError when it is wrong. */
  readonly prepare: () => Promise<PreparedRun>;
  /** Says which releases there are. Rejects with a UsageError for wrong use. */
  readonly plan: (prepared: PreparedRun) => Promise<PlannedRun>;
  /** Keeps what is found from one `lint` to the next, for as long as the configuration stays the same. */
  readonly store?: (prepared: PreparedRun) => ReleaseStore | undefined;
}

/** What files do that take note of what is asked. */
export type NotingFiles = Partial<Pick<FactRecorder, 'refusal' | 'change' | 'recorded'>>;

/** What is found, with the configuration that decided it. */
export interface SessionLint {
  readonly prepared: PreparedRun;
  readonly project: LintedProject;
}

/** A value of one release, and where it comes from. */
export interface ExplainedRelease {
  readonly input: ReleaseInput;
  readonly assembled: AssembledRelease;
  readonly explanation: ValueExplanation;
}

/** What stays between two lints: documents, charts and releases, each until something changes that it depends on. */
export interface Session {
  /** The configuration, found and loaded; rejects with a UsageError when it is wrong. */
  prepare(): Promise<PreparedRun>;
  /** What there is to find now; only what a change touches is linted. Rejects with a UsageError for wrong use. */
  lint(): Promise<SessionLint>;
  /** Says that files at or below these paths (absolute) may have changed, appeared or gone. */
  change(paths: readonly string[]): void;
  /** The files (absolute) that decided what was found so far. */
  inputs(): Iterable<string>;
  /** Where the value at a path comes from, in each release. */
  explain(
    at: ValuesPath,
  ): Promise<Omit<PlannedProject, 'releases'> & { readonly releases: ExplainedRelease[] }>;
}

/** A session over a file system. One that takes note of what is asked (`FactRecorder`) lets what is known be used again. */
export function createSession(
  { prepare: prepareWork, plan, store, ...work }: SessionWork,
  files: FileSystem & NotingFiles,
): Session {
  const load = (): (() => Promise<PreparedRun>) => files.shared(prepareWork);
  let prepared: (() => Promise<PreparedRun>) | undefined;
  let current:
    | {
        readonly prepared: PreparedRun;
        readonly linter: ReleaseLinter;
        readonly store: ReleaseStore | undefined;
      }
    | undefined;
  const prepare = (): Promise<PreparedRun> => {
    prepared ??= load();
    return prepared();
  };
  return {
    prepare,
    lint: async () => {
      const run = await prepare();
      if (current?.prepared !== run) {
        current = { prepared: run, linter: new ReleaseLinter(run), store: store?.(run) };
      }
      const planned = await plan(run);
      return { prepared: run, project: await lintReleases({ ...work, ...current, plan: planned }) };
    },
    change: (paths) => {
      // What cannot be noted down may have changed as well.
      if (files.change === undefined || files.refusal !== undefined) {
        prepared = undefined;
        current = undefined;
      }
      files.change?.(paths);
    },
    inputs: () => {
      const known =
        files.recorded?.().facts.flatMap(([ask, file]) => (ask === 'content' ? [file] : [])) ?? [];
      return [...known, ...(current?.prepared.read ?? [])];
    },
    explain: async (at) => {
      const run = await prepare();
      const { releases, ...read } = await readPlanned(run, await plan(run));
      const explained = releases.map((input): ExplainedRelease => {
        const assembled = assembleRelease(input);
        return { input, assembled, explanation: explainValue(assembled, at, input) };
      });
      return { ...read, releases: explained };
    },
  };
}
