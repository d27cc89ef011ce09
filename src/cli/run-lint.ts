import path from 'node:path';
import type { LintResult } from '../model/lint-result.ts';
import { compareSeverity } from '../model/severity.ts';
import type { ChangeSet } from '../node/change-set.ts';
import { repositoryRoot } from '../node/git.ts';
import { UsageError } from '../node/lint-options.ts';
import { isFixing, lintRun } from '../node/lint-run.ts';
import type { planProject } from '../node/plan-project.ts';
import { prepareRun } from '../node/prepare-run.ts';
import { writeFileAtomically } from '../node/write-file-atomically.ts';
import { countFindings } from '../report/count-findings.ts';
import { refusedFixes } from '../report/refused-fixes.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { FORMATS, formatReport } from './format-report.ts';
import type { LintFlags, OutputFlag } from './lint-flags.ts';
import { NO_FLAGS } from './no-flags.ts';
import { progressLine } from './progress-line.ts';
import { shipped } from './shipped.ts';
import { terminalStyle } from './terminal-style.ts';
import { toolInfo, VERSION } from './tool-info.ts';
import { valuesOptions } from './values-options.ts';

/** `chartlint [paths]`: lints and prints. */
export async function runLint(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = await parseArguments(args, io);
  if (parsed === undefined) return EXIT.clean;
  const { paths, flags } = parsed;
  if (flags.watch !== true) return lintOnce(paths, flags, io);
  const { watchLint } = await import('./watch-lint.ts');
  return watchLint(() => lintOnce(paths, flags, io), io);
}

/** Files and folders alone need no parser of flags, whose code is a tenth of what a run loads. */
async function parseArguments(
  args: readonly string[],
  io: CliIo,
): Promise<{ paths: readonly string[]; flags: LintFlags } | undefined> {
  if (!args.some((arg) => arg.startsWith('-'))) return { paths: args, flags: NO_FLAGS };
  const { parseLintFlags } = await import('./lint-flags.ts');
  return parseLintFlags(args, io, VERSION, FORMATS);
}

async function lintOnce(paths: readonly string[], flags: LintFlags, io: CliIo): Promise<number> {
  const progress = progressLine(io);
  const options = { ...(await lintOptions(paths, flags, io)), onProgress: progress.update };
  const prepared = await prepareRun(options, flags, shipped);
  const { result, changes, baseline } = await lintRun(prepared, flags);
  progress.done();
  if (flags.diff === true) {
    io.stdout(unifiedDiff(changes));
    return changes.length > 0 ? EXIT.findings : EXIT.clean;
  }
  const { stdin } = prepared.options;
  if (stdin !== undefined && isFixing(flags)) {
    io.stdout(changes.find(({ file }) => file === stdin.filename)?.after ?? stdin.text);
    return exitCode(result, flags);
  }
  for (const line of refusedFixes(result)) io.stderr(`chartlint: ${line}\n`);
  if (baseline !== undefined) io.stderr(`chartlint: ${baseline}\n`);
  const shown = flags.quiet === true ? errorsOnly(result) : result;
  for (const output of outputs(flags)) await print(output, shown, flags, io);
  return exitCode(result, flags);
}

async function lintOptions(
  paths: readonly string[],
  flags: LintFlags,
  io: CliIo,
): Promise<Parameters<typeof planProject>[0]> {
  const fromStdin =
    flags.stdin === true || flags.stdinFilename !== undefined || (paths.length === 1 && paths[0] === '-');
  if (fromStdin && paths.some((input) => input !== '-')) {
    throw new UsageError('--stdin takes no paths: it lints what comes on standard input');
  }
  return {
    cwd: io.cwd,
    inputs: paths,
    ...(changeSet(flags) === undefined ? {} : { changes: changeSet(flags) }),
    ...valuesOptions(flags),
    ...(flags.chart === undefined ? {} : { chart: flags.chart }),
    ...(flags.schema === undefined ? {} : { schema: flags.schema }),
    ...(fromStdin
      ? { stdin: { text: await io.readStdin(), filename: flags.stdinFilename ?? 'values.yaml' } }
      : {}),
    context: {
      ...(flags.env === undefined ? {} : { environment: flags.env }),
      cluster: flags.cni === undefined ? {} : { cni: flags.cni },
    },
  };
}

function changeSet({ staged, changed }: LintFlags): ChangeSet | undefined {
  if (staged === true) return { kind: 'staged' };
  if (changed === undefined) return undefined;
  return { kind: 'since', base: typeof changed === 'string' ? changed : undefined };
}

function errorsOnly(result: LintResult): LintResult {
  return { ...result, findings: result.findings.filter(({ severity }) => severity === 'error') };
}

/** Each format with the file it goes to; the last one without a file of its own takes `--output`. */
function outputs({ format, output }: LintFlags): OutputFlag[] {
  const wanted = format.length === 0 ? [{ format: 'pretty' }] : [...format];
  if (output === undefined) return wanted;
  const last = wanted.findLastIndex((candidate) => !('file' in candidate));
  if (last === -1) throw new UsageError('--output: every --format already names its file');
  return wanted.map((candidate, i) => (i === last ? { ...candidate, file: output } : candidate));
}

async function print(
  { format, file }: OutputFlag,
  result: LintResult,
  flags: LintFlags,
  io: CliIo,
): Promise<void> {
  const root = repositoryRoot(io.cwd);
  const text = await formatReport(format, result, toolInfo, {
    ...(file === undefined ? { style: await terminalStyle(flags.color, io) } : {}),
    ...(root === undefined ? {} : { pathPrefix: path.relative(root, io.cwd).split(path.sep).join('/') }),
  });
  if (file === undefined) io.stdout(text);
  else writeFileAtomically(path.resolve(io.cwd, file), text);
}

function exitCode(result: LintResult, { maxWarnings, failOn }: LintFlags): number {
  // A flag that Helm refuses is wrong use, not a mistake in the values.
  if (result.findings.some(({ rule, severity }) => rule === 'flag/set' && severity === 'error'))
    return EXIT.usage;
  const { warnings } = countFindings(result);
  const failing =
    failOn !== 'never' && result.findings.some(({ severity }) => compareSeverity(severity, failOn) >= 0);
  return failing || (maxWarnings !== undefined && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}
