import path from 'node:path';
import type { Baseline } from '../lint/apply-baseline.ts';
import { baselineText } from '../lint/baseline-text.ts';
import { fixProject } from '../lint/fix-project.ts';
import { lintProject, type Project } from '../lint/lint-project.ts';
import type { LintResult } from '../model/lint-result.ts';
import { readBaseline } from './baseline-file.ts';
import { UsageError } from './lint-options.ts';
import { type PlannedProject, planProject } from './plan-project.ts';
import type { PreparedRun } from './prepare-run.ts';
import { shownPath } from './shown-path.ts';
import { SourceFiles } from './source-files.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** The flags that change files. */
export interface FixFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  /** Show what fixing would change, and change nothing. */
  readonly diff?: boolean;
  /** A baseline file; false for none, also when the configuration names one. */
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
}

/** What a run found and did. */
export interface LintRun {
  readonly result: LintResult;
  /** The files that fixing changed, or with `diff` would change. */
  readonly changes: readonly { readonly file: string; readonly before: string; readonly after: string }[];
  /** What was written to the baseline, for people; undefined when nothing was. */
  readonly baseline: string | undefined;
}

/** Whether the flags ask for fixes. */
export function isFixing({ fix, fixUnsafe }: FixFlags): boolean {
  return fix === true || fixUnsafe === true;
}

/** Lints what is prepared, fixes and writes what the flags say. Throws a UsageError for wrong use. */
export async function lintRun(prepared: PreparedRun, flags: FixFlags): Promise<LintRun> {
  const { options, policy } = prepared;
  const file = baselineFile(prepared, flags);
  const updates = flags.updateBaseline === true && flags.diff !== true;
  let planned: PlannedProject | undefined;
  let baseline: Baseline | undefined;
  const plan = async (texts: ReadonlyMap<string, string>): Promise<Project> => {
    planned = await planProject(options, texts);
    baseline = file === undefined ? undefined : readBaseline(file, options.cwd, planned.paths, updates);
    return { ...planned, policy, baseline: updates ? undefined : baseline, onProgress: options.onProgress };
  };
  const { result, changes } = await lintAndFix(plan, () => planned, prepared, flags);
  if (!updates || file === undefined || baseline === undefined || planned === undefined) {
    return { result, changes, baseline: undefined };
  }
  const kept = baseline.entries.filter((entry) => baseline?.isSettled(entry.file) !== true);
  writeFileAtomically(file, baselineText(result.findings, kept, baseline.nameOf));
  const accepting = readBaseline(file, options.cwd, planned.paths);
  const after = lintProject({ ...planned, policy, baseline: accepting });
  return {
    result: result.fixes === undefined ? after : { ...after, fixes: result.fixes },
    changes,
    baseline: `"${shownPath(file, options.cwd)}" now accepts ${accepting.entries.length} ${accepting.entries.length === 1 ? 'entry' : 'entries'}`,
  };
}

async function lintAndFix(
  plan: (texts: ReadonlyMap<string, string>) => Promise<Project>,
  planned: () => PlannedProject | undefined,
  { options }: PreparedRun,
  flags: FixFlags,
): Promise<Pick<LintRun, 'result' | 'changes'>> {
  if (!isFixing(flags) && flags.diff !== true) {
    const project = await plan(new Map());
    const { shard } = planned() ?? {};
    return { result: { ...lintProject(project), ...(shard && { shard }) }, changes: [] };
  }
  let editable = new Set<string>();
  const { result, changes } = await fixProject({
    unsafe: flags.fixUnsafe === true,
    plan: async (texts) => {
      const project = await plan(texts);
      editable = editableFiles(planned()!, options.stdin?.filename);
      return project;
    },
    read: (file, text) => new SourceFiles(options).read(file, text).document?.data,
    isEditable: (file) => editable.has(file),
  });
  const list = Array.from(changes, ([file, texts]) => ({ file, ...texts }));
  if (flags.diff !== true) {
    for (const { file, after } of list) {
      const target = planned()?.paths.get(file);
      if (target !== undefined) writeFileAtomically(target, after);
    }
  }
  return { result, changes: list };
}

/** Only what the user lints may change: not the files of a chart around it, not flags, not bytes that were not understood. */
function editableFiles({ releases, paths, sources }: PlannedProject, stdin: string | undefined): Set<string> {
  const files = new Set(releases.flatMap((release) => release.files));
  for (const file of files) {
    const isFile = file === stdin || paths.has(file);
    if (!isFile || sources.get(file)?.includes('\uFFFD') === true) files.delete(file);
  }
  return files;
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
