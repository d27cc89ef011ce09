import { isManifestText, manifestContents } from '../documents/manifest-contents.ts';
import { SourceFiles } from '../documents/source-files.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import type { OverlayFiles } from '../files/overlay-files.ts';
import { path } from '../files/path.ts';
import { refuseInputs } from '../files/refuse-inputs.ts';
import { UsageError } from '../files/usage-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Baseline } from '../lint/apply-baseline.ts';
import { baselineText } from '../lint/baseline-text.ts';
import { fixProject } from '../lint/fix-project.ts';
import { settleProject } from '../lint/settle-project.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';
import type { PreparedRun } from '../project/apply-config.ts';
import { readBaseline } from '../project/baseline-file.ts';
import type { LintedProject } from './linted-project.ts';
import type { Session, SessionLint } from './session.ts';
import { type FixedFile, writeFixes } from './write-fixes.ts';

/** The flags that change files. */
export interface FixFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  /** Show what fixing would change, and change nothing. */
  readonly diff?: boolean;
  /** Print secrets in what `diff` shows. */
  readonly showSecrets?: boolean;
  /** A baseline file; false for none, also when the configuration names one. */
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
  /** The files (absolute) that reports go to; none may be what the run reads. */
  readonly reports?: readonly string[];
  /** See `LintWork`; a run that fixes takes one thread. */
  readonly threads?: number | 'auto';
}

/** What a run found and did. */
export interface LintRun {
  readonly result: LintResult;
  /** The files that fixing changed, or with `diff` would change. */
  readonly changes: readonly FixedFile[];
  /** What was left out of the configuration, one sentence each, for people. */
  readonly notices: readonly string[];
  /** What was written to the baseline, for people; undefined when nothing was. */
  readonly baseline: string | undefined;
}

/** Whether the flags ask for fixes. */
export function isFixing({ fix, fixUnsafe }: FixFlags): boolean {
  return fix === true || fixUnsafe === true;
}

/**
 * Lints in a session, fixes and writes what the flags say. `edits` takes what fixes come to, over which the session looks at
 * the disk; undefined when nothing is to be fixed. Throws a UsageError for wrong use.
 */
export async function lintRun(session: Session, flags: FixFlags, edits?: OverlayFiles): Promise<LintRun> {
  const updates = flags.updateBaseline === true && flags.diff !== true;
  let last: LintedRun | undefined;
  const lint = async (): Promise<LintedRun> => {
    const { prepared, project } = await session.lint();
    const file = baselineFile(prepared, flags);
    const read = (create = false): Baseline =>
      readBaseline(prepared.files, file ?? '', prepared.options.cwd, project.read, create);
    const baseline = file === undefined ? undefined : { file, ...read(updates) };
    const { shard } = project;
    const settled = settleProject(project, prepared.policy, updates ? undefined : baseline);
    last = { prepared, project, read, baseline, result: { ...settled, ...(shard && { shard }) } };
    return last;
  };
  const { result, changes } = await lintAndFix(session, lint, flags, edits);
  const { prepared, project, baseline, read } = last!;
  if (!updates || baseline === undefined)
    return { result, changes, notices: prepared.notices, baseline: undefined };
  const kept = baseline.entries.filter((entry) => baseline.isSettled(entry.file) !== true);
  writeFileAtomically(baseline.file, baselineText(result.findings, kept, baseline.nameOf), {
    cwd: prepared.options.cwd,
    expected: baseline.text === '' ? undefined : baseline.text,
  });
  session.change([baseline.file]);
  const accepting = read();
  const after = settleProject(project, prepared.policy, accepting);
  return {
    result: result.fixes === undefined ? after : { ...after, fixes: result.fixes },
    changes,
    notices: prepared.notices,
    baseline: `"${accepting.source.shown}" now accepts ${accepting.entries.length} ${accepting.entries.length === 1 ? 'entry' : 'entries'}`,
  };
}

/** One pass, with what decides about it. */
interface LintedRun extends SessionLint {
  readonly result: LintResult;
  readonly baseline: (Baseline & { readonly file: string }) | undefined;
  /** Reads the baseline anew. */
  read(create?: boolean): Baseline;
}

async function lintAndFix(
  session: Session,
  lint: () => Promise<LintedRun>,
  flags: FixFlags,
  edits: OverlayFiles | undefined,
): Promise<Pick<LintRun, 'result' | 'changes'>> {
  const { reports = [] } = flags;
  if (edits === undefined) {
    const { prepared, result } = await lint();
    refuseInputs(reports, session.inputs(), prepared.options.cwd);
    return { result, changes: [] };
  }
  let editable = new Map<string, Source>();
  let sources: SourceFiles | undefined;
  const { result, changes, applied } = await fixProject({
    unsafe: flags.fixUnsafe === true,
    lint: async (texts) => {
      for (const [file, text] of texts) edits.write(file, text);
      if (texts.size > 0) session.change([...texts.keys()]);
      const { prepared, project, result } = await lint();
      sources ??= new SourceFiles(prepared.options, edits);
      editable = editableFiles(project);
      return result;
    },
    read: (source, text) =>
      isManifestText(text) ? manifestContents(source, text) : sources?.parse(source, text).document?.data,
    isManifest: (_, text) => isManifestText(text),
    isEditable: ({ id }) => editable.has(id),
  });
  const list = Array.from(changes, ([id, texts]) => ({ source: editable.get(id)!, ...texts }));
  if (flags.diff === true) return { result, changes: list };
  const { cwd } = (await session.prepare()).options;
  refuseInputs(reports, session.inputs(), cwd);
  const unwritten = await writeFixes(list, cwd);
  // The disk holds it now, or something else.
  for (const { source } of list) if (source.kind === 'file') edits.remove(source.id);
  if (unwritten.length === 0) return { result, changes: list };
  const left = new Set(unwritten.map(({ source }) => source.id));
  session.change([...left]);
  const fixed = applied.filter(({ fix }) => !fix.edits.some(({ span }) => left.has(span.source.id))).length;
  const fixes = {
    ...result.fixes,
    refused: result.fixes?.refused ?? [],
    fixed,
    files: list.length - left.size,
    unwritten,
  };
  return {
    result: { ...(await lint()).result, fixes },
    changes: list.filter(({ source }) => !left.has(source.id)),
  };
}

/**
 * Only what the user lints may change: not the files of a chart around it, not flags, not bytes that were not understood, nothing that SOPS
 * has put a checksum over.
 */
function editableFiles({ releases, sources }: LintedProject): Map<string, Source> {
  const files = releases.flatMap(({ release }) => release.files);
  const mayChange = ({ id }: Source): boolean => {
    const text = sources.get(id) ?? '';
    return !/\p{Surrogate}/u.test(text) && !isSealed(text);
  };
  return new Map(files.filter(mayChange).map((source) => [source.id, source]));
}

/** Whether the metadata of SOPS stand at the root of a file, in YAML or JSON. */
function isSealed(text: string): boolean {
  const start = text.search(/^(?:["']?sops["']?:|[^\S\n]*"sops":)/m);
  return start !== -1 && /\bmac["']?:\s*["']?ENC\[/.test(text.slice(start));
}

function baselineFile({ options, loaded, roots }: PreparedRun, flags: FixFlags): string | undefined {
  const { baseline, updateBaseline } = flags;
  const configured = loaded?.config.baseline;
  if (typeof baseline === 'string') return path.resolve(options.cwd, baseline);
  if (baseline !== false && configured !== undefined && loaded !== undefined) {
    const file = path.resolve(loaded.folder, configured);
    if (updateBaseline !== true || roots.some((root) => isAtOrBelow(file, root))) return file;
    throw new UsageError('--update-baseline: "baseline" in the configuration leads out of the project');
  }
  if (updateBaseline === true) {
    throw new UsageError(
      '--update-baseline: name the file with --baseline, or as "baseline" in the configuration',
    );
  }
  return undefined;
}
