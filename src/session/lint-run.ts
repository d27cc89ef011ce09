import { SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Baseline } from '../lint/apply-baseline.ts';
import { baselineText } from '../lint/baseline-text.ts';
import { fixProject } from '../lint/fix-project.ts';
import { settleProject } from '../lint/settle-project.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';
import { readBaseline } from '../project/baseline-file.ts';
import type { PreparedRun } from '../project/prepare-run.ts';
import { lintReleases } from './lint-releases.ts';
import { LintedProject } from './linted-project.ts';
import type { ReleaseCache } from './release-cache.ts';

/** The flags that change files. */
export interface FixFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  /** Show what fixing would change, and change nothing. */
  readonly diff?: boolean;
  /** A baseline file; false for none, also when the configuration names one. */
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
  /** See `LintWork`; a run that fixes takes one thread. */
  readonly threads?: number | 'auto';
}

/** What a run found and did. */
export interface LintRun {
  readonly result: LintResult;
  /** The files that fixing changed, or with `diff` would change. */
  readonly changes: readonly { readonly source: Source; readonly before: string; readonly after: string }[];
  /** What was written to the baseline, for people; undefined when nothing was. */
  readonly baseline: string | undefined;
}

/** Whether the flags ask for fixes. */
export function isFixing({ fix, fixUnsafe }: FixFlags): boolean {
  return fix === true || fixUnsafe === true;
}

/**
 * Lints what is prepared, fixes and writes what the flags say. `cache` brings and takes what is found in each release of a
 * run that fixes nothing. Throws a UsageError for wrong use.
 */
export async function lintRun(
  prepared: PreparedRun,
  flags: FixFlags,
  cache?: ReleaseCache,
): Promise<LintRun> {
  const { files, options, policy } = prepared;
  const file = baselineFile(prepared, flags);
  const updates = flags.updateBaseline === true && flags.diff !== true;
  const work = {
    ...(flags.threads === undefined ? {} : { threads: flags.threads }),
    ...(cache === undefined ? {} : { cache }),
  };
  let project = new LintedProject();
  let baseline: Baseline | undefined;
  const lint = async (texts?: ReadonlyMap<string, string>): Promise<LintResult> => {
    project = await lintReleases(prepared, texts === undefined ? work : { texts });
    baseline = file === undefined ? undefined : readBaseline(files, file, options.cwd, project.read, updates);
    const { shard } = project;
    return { ...settleProject(project, policy, updates ? undefined : baseline), ...(shard && { shard }) };
  };
  const { result, changes } = await lintAndFix(lint, () => project, prepared, flags);
  if (!updates || file === undefined || baseline === undefined) {
    return { result, changes, baseline: undefined };
  }
  const kept = baseline.entries.filter((entry) => baseline?.isSettled(entry.file) !== true);
  writeFileAtomically(file, baselineText(result.findings, kept, baseline.nameOf));
  const accepting = readBaseline(files, file, options.cwd, project.read);
  const after = settleProject(project, policy, accepting);
  return {
    result: result.fixes === undefined ? after : { ...after, fixes: result.fixes },
    changes,
    baseline: `"${shownPath(file, options.cwd)}" now accepts ${accepting.entries.length} ${accepting.entries.length === 1 ? 'entry' : 'entries'}`,
  };
}

async function lintAndFix(
  lint: (texts?: ReadonlyMap<string, string>) => Promise<LintResult>,
  linted: () => LintedProject,
  { files, options }: PreparedRun,
  flags: FixFlags,
): Promise<Pick<LintRun, 'result' | 'changes'>> {
  if (!isFixing(flags) && flags.diff !== true) return { result: await lint(), changes: [] };
  let editable = new Map<string, Source>();
  const { result, changes } = await fixProject({
    unsafe: flags.fixUnsafe === true,
    lint: async (texts) => {
      const result = await lint(texts);
      editable = editableFiles(linted());
      return result;
    },
    read: (source, text) => new SourceFiles(options, files).parse(source, text).document?.data,
    isEditable: ({ id }) => editable.has(id),
  });
  const list = Array.from(changes, ([id, texts]) => ({ source: editable.get(id)!, ...texts }));
  if (flags.diff !== true) {
    for (const { source, after } of list) {
      if (source.kind === 'file') writeFileAtomically(source.id, after);
    }
  }
  return { result, changes: list };
}

/** Only what the user lints may change: not the files of a chart around it, not flags, not bytes that were not understood. */
function editableFiles({ releases, sources }: LintedProject): Map<string, Source> {
  const files = releases.flatMap(({ release }) => release.files);
  const isUnderstood = ({ id }: Source): boolean => sources.get(id)?.includes('\uFFFD') !== true;
  return new Map(files.filter(isUnderstood).map((source) => [source.id, source]));
}

function baselineFile({ options, loaded }: PreparedRun, flags: FixFlags): string | undefined {
  const { baseline, updateBaseline } = flags;
  const configured = loaded?.config.baseline;
  if (typeof baseline === 'string') return path.resolve(options.cwd, baseline);
  if (baseline !== false && configured !== undefined && loaded !== undefined) {
    return path.resolve(loaded.folder, configured);
  }
  if (updateBaseline === true) {
    throw new UsageError(
      '--update-baseline: name the file with --baseline, or as "baseline" in the configuration',
    );
  }
  return undefined;
}
