import path from 'node:path';
import { VERSION } from '../api/version.ts';
import { UsageError } from '../files/usage-error.ts';
import type { LintResult } from '../model/lint-result.ts';
import { maskText } from '../model/mask-text.ts';
import { announcedBases } from '../project/announced-base.ts';
import type { ChangeSet } from '../project/change-set.ts';
import { changesOfLines } from '../project/git.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { onlyChangedLines } from '../project/only-changed-lines.ts';
import { refusedFixes } from '../report/refused-fixes.ts';
import { secretHider } from '../report/secret-hider.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import { isFixing, lintRun } from '../session/lint-run.ts';
import { type OpenedSession, openSession } from '../session/open-session.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { FORMATS } from './format-report.ts';
import { inlineLess } from './inline-less.ts';
import type { LintFlags, ParsedLint } from './lint-flags.ts';
import { NO_FLAGS, NO_OPTIONS } from './no-flags.ts';
import { exitCode, outputs, printResult, reportFiles, TELLS_OF_RUN } from './print-result.ts';
import { progressLine } from './progress-line.ts';
import type { CachedStart, RunCache } from './run-cached.ts';
import { shipped } from './shipped.ts';

/** `chartlint [paths]`: lints and prints. */
export async function runLint(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = await parseArguments(args, io);
  if (parsed === undefined) return EXIT.clean;
  const { paths, flags } = parsed;
  const start = cachedStart(args, paths, flags, io);
  const began = io.typed?.now();
  const exitCode =
    start === undefined
      ? await lint(parsed, io)
      : await (await import('./run-cached.ts')).runCached(start, io, (cache) => lint(parsed, io, cache));
  if (began !== undefined) tellTime(began, flags, io);
  return exitCode;
}

/** How long it took, below a report for people. No report itself tells it: it would differ from run to run. */
function tellTime(began: Date, flags: LintFlags, { isTerminal, typed, stdout }: CliIo): void {
  const isRead = outputs(flags).some(({ format, file }) => format === 'pretty' && file === undefined);
  if (!isTerminal || typed === undefined || !isRead || flags.diff === true || flags.stdin === true) return;
  stdout(`Finished in ${((typed.now().getTime() - began.getTime()) / 1000).toFixed(1)} s.\n`);
}

/** Files and folders alone need no parser of flags, whose code is a tenth of what a run loads. */
async function parseArguments(args: readonly string[], io: CliIo): Promise<ParsedLint | undefined> {
  const { CHARTLINT_HELM_VERSION: helm, CHARTLINT_NAMESPACE: namespace } = io.env;
  const isCalledByHelm = helm !== undefined || namespace !== undefined;
  const isPlain = io.describe === undefined && !isCalledByHelm && !args.some((arg) => arg.startsWith('-'));
  if (isPlain) return { paths: args, flags: NO_FLAGS, options: NO_OPTIONS };
  const { parseLintFlags } = await import('./lint-flags.ts');
  return parseLintFlags(args, io, VERSION, FORMATS);
}

/** How the run is kept; undefined without `--cache`, and for runs that change files or lint what lies in none. */
function cachedStart(
  args: readonly string[],
  paths: readonly string[],
  flags: LintFlags,
  { cwd }: CliIo,
): CachedStart | undefined {
  const { cache, cacheLocation, diff, updateBaseline, watch } = flags;
  if (cache !== true && cacheLocation === undefined) return undefined;
  if (isFixing(flags) || diff === true || updateBaseline === true || isFromStdin(paths, flags))
    return undefined;
  return {
    args,
    named: cacheLocation,
    outputs: outputs(flags).flatMap(({ file }) =>
      file === undefined || mayBeInput(file, paths) ? [] : [path.resolve(cwd, file)],
    ),
    // What git knows is on no list of files that were read.
    whole:
      watch !== true &&
      flags.staged !== true &&
      flags.changed === undefined &&
      flags.changedLines !== true &&
      !outputs(flags).some(({ format }) => TELLS_OF_RUN.has(format)),
  };
}

/** Lints once, or again and again, in one session. */
async function lint(parsed: ParsedLint, io: CliIo, cache?: RunCache): Promise<number> {
  const { flags } = parsed;
  const progress = progressLine(io);
  let isFirst = true;
  const onProgress = (linted: number, total: number): void => {
    if (isFirst) inlineLess(total);
    isFirst = false;
    progress.update(linted, total);
  };
  const options = { ...(await lintOptions(parsed, io)), onProgress };
  const opened = await openSession(
    {
      options,
      flags,
      shipped,
      threads: flags.threads ?? 'auto',
      ...(cache === undefined ? {} : { store: (prepared) => cache.releases(prepared, flags) }),
    },
    { ...flags, isRepeated: flags.watch === true, files: cache?.files },
  );
  const round = (): Promise<number> => lintRound(opened, options.stdin, flags, io, progress.done, cache);
  if (flags.watch !== true) return round();
  const { watchLint } = await import('./watch-lint.ts');
  return watchLint(round, (changed) => opened.session.change(changed), io);
}

/** Lints, fixes and prints what there is now. */
async function lintRound(
  { session, edits }: OpenedSession,
  stdin: LintOptions['stdin'],
  flags: LintFlags,
  io: CliIo,
  done: () => void,
  cache: RunCache | undefined,
): Promise<number> {
  const reports = reportFiles(flags, io.cwd);
  const { result: found, changes, notices, baseline } = await lintRun(session, { ...flags, reports }, edits);
  const result = flags.changedLines === true ? ofChangedLines(found, flags, io) : found;
  done();
  const tell = (line: string): void => (cache === undefined ? io.stderr(line) : cache.print(line, 'stderr'));
  for (const notice of notices) tell(`chartlint: ${notice}\n`);
  if (flags.diff === true) {
    const hide = flags.showSecrets === true ? (text: string) => text : secretHider(result);
    const shown = changes.map(({ source, before, after }) => ({
      file: source.shown,
      before: hide(before),
      after: hide(after),
    }));
    io.stdout(unifiedDiff(shown));
    return changes.length > 0 ? EXIT.findings : EXIT.clean;
  }
  if (stdin !== undefined && isFixing(flags)) {
    io.stdout(changes.find(({ source }) => source.kind === 'stdin')?.after ?? stdin.text);
    return exitCode(result, flags);
  }
  for (const line of refusedFixes(result)) io.stderr(`chartlint: ${maskText(line, 'prose')}\n`);
  if (baseline !== undefined) io.stderr(`chartlint: ${baseline}\n`);
  const kept = cache === undefined ? io : { ...io, stdout: (text: string) => cache.print(text, 'stdout') };
  return printResult(result, flags, kept, cache?.writeFile);
}

/** What a change of lines caused, for whoever reviews it. */
function ofChangedLines(result: LintResult, flags: LintFlags, { cwd, env }: CliIo): LintResult {
  const changes = changeSet(flags, env);
  return changes === undefined ? result : onlyChangedLines(result, changesOfLines(cwd, changes));
}

async function lintOptions({ paths, flags, options }: ParsedLint, io: CliIo): Promise<LintOptions> {
  const fromStdin = isFromStdin(paths, flags);
  if (fromStdin && paths.some((input) => input !== '-')) {
    throw new UsageError('--stdin takes no paths: it lints what comes on standard input');
  }
  checkShard(flags, fromStdin);
  const changes = changeSet(flags, io.env);
  return {
    cwd: io.cwd,
    inputs: paths,
    ...(changes === undefined ? {} : { changes }),
    ...options,
    ...(fromStdin
      ? { stdin: { text: await io.readStdin(), filename: flags.stdinFilename ?? 'values.yaml' } }
      : {}),
  };
}

/** Whether a report could be among what the next run lints. */
function mayBeInput(report: string, paths: readonly string[]): boolean {
  return /\.ya?ml$/.test(report) || paths.some((input) => /[*?[{!(]/.test(input));
}

function isFromStdin(paths: readonly string[], { stdin, stdinFilename }: LintFlags): boolean {
  return stdin === true || stdinFilename !== undefined || (paths.length === 1 && paths[0] === '-');
}

function changeSet({ staged, changed, changedLines }: LintFlags, env: CliIo['env']): ChangeSet | undefined {
  if (staged === true) return { kind: 'staged' };
  if (changed === undefined && changedLines !== true) return undefined;
  return {
    kind: 'since',
    base: typeof changed === 'string' ? changed : undefined,
    announced: announcedBases(env),
  };
}

/** A part of the releases can be looked at, not changed: what concerns several of them is only known in the end. */
function checkShard(flags: LintFlags, fromStdin: boolean): void {
  if (flags.shard === undefined) return;
  const { diff, watch, updateBaseline } = flags;
  const others = {
    '--fix': isFixing(flags),
    '--diff': diff,
    '--watch': watch,
    '--update-baseline': updateBaseline,
  };
  const [other] =
    Object.entries({ ...others, '--stdin': fromStdin }).find(([, isSet]) => isSet === true) ?? [];
  if (other !== undefined)
    throw new UsageError(`--shard lints a part of the releases, so ${other} cannot go with it`);
}
