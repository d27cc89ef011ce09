import type { FactRecorder } from '../files/fact-recorder.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type AssembledRelease, assembleRelease } from '../lint/assemble-release.ts';
import { explainValue } from '../lint/explain-value.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { ValueExplanation } from '../model/value-explanation.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { PreparedRun, RuleFlags } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { ShippedNames } from '../project/load-config.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { lintReleases } from './lint-releases.ts';
import type { LintedProject } from './linted-project.ts';
import { type PlannedProject, planProject } from './plan-project.ts';
import { ReleaseLinter } from './release-linter.ts';
import type { ReleaseStore } from './release-store.ts';

/** What a session lints and how. */
export interface SessionOptions {
  readonly options: LintOptions;
  readonly flags: RuleFlags;
  readonly shipped: ShippedNames;
  /** Keeps what is found from one `lint` to the next, for as long as the configuration stays the same. */
  readonly store?: (prepared: PreparedRun) => ReleaseStore | undefined;
  /** See `LintWork`. */
  readonly threads?: number | 'auto' | undefined;
}

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
  { options, flags, shipped, store, threads }: SessionOptions,
  files: FileSystem & Partial<Pick<FactRecorder, 'refusal' | 'change' | 'recorded'>>,
): Session {
  const load = (): (() => Promise<PreparedRun>) =>
    files.shared(() => prepareRun(options, flags, shipped, files));
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
      return { prepared: run, project: await lintReleases({ ...current, threads }) };
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
      const { releases, ...read } = await planProject(await prepare());
      const explained = releases.map((input): ExplainedRelease => {
        const assembled = assembleRelease(input);
        return { input, assembled, explanation: explainValue(assembled, at, input) };
      });
      return { ...read, releases: explained };
    },
  };
}
