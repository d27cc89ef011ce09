import path from 'node:path';
import { toolInfo } from '../api/this-tool.ts';
import { diskFiles } from '../files/disk-files.ts';
import { repositoryRoot } from '../files/repository-root.ts';
import { UsageError } from '../files/usage-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lint-result.ts';
import { compareSeverity } from '../model/severity.ts';
import { countFindings } from '../report/count-findings.ts';
import { maskSecrets } from '../report/mask-secrets.ts';
import { secretHider } from '../report/secret-hider.ts';
import type { ShownResult } from '../report/shown-result.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { formatReport } from './format-report.ts';
import type { OutputFlag, ReportFlags } from './report-flags.ts';
import { runInfo } from './run-info.ts';
import { terminalStyle } from './terminal-style.ts';

type WriteFile = typeof writeFileAtomically;

/** Prints and writes every report that the flags ask for, and tells the exit code. */
export async function printResult(
  result: LintResult,
  flags: ReportFlags,
  io: CliIo,
  writeFile: WriteFile = writeFileAtomically,
): Promise<number> {
  const shown = maskSecrets(flags.quiet === true ? errorsOnly(result) : result);
  for (const output of outputs(flags)) {
    const text = await reportFor(output, shown, flags, io, secretHider(result));
    if (output.file === undefined) io.stdout(text);
    else writeFile(path.resolve(io.cwd, output.file), text, { cwd: io.cwd });
  }
  return exitCode(result, flags);
}

function errorsOnly(result: LintResult): LintResult {
  const { warnings, infos } = countFindings(result);
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  return {
    ...result,
    findings: result.findings.filter(isError),
    // Parts that were linted with --quiet have left some out before.
    quieted: {
      warnings: warnings + (result.quieted?.warnings ?? 0),
      infos: infos + (result.quieted?.infos ?? 0),
    },
  };
}

/** Each format with the file it goes to; the last one without a file of its own takes `--output`. */
export function outputs({ format, output }: ReportFlags): OutputFlag[] {
  const wanted = format.length === 0 ? [{ format: 'pretty' }] : [...format];
  if (output === undefined) return wanted;
  const last = wanted.findLastIndex((candidate) => !('file' in candidate));
  if (last === -1) throw new UsageError('--output: every --format already names its file');
  return wanted.map((candidate, i) => (i === last ? { ...candidate, file: output } : candidate));
}

/** The files (absolute) that reports go to. */
export function reportFiles(flags: ReportFlags, cwd: string): string[] {
  return outputs(flags).flatMap(({ file }) => (file === undefined ? [] : [path.resolve(cwd, file)]));
}

/** Formats that say what run they are of, which no kept run may repeat. */
export const TELLS_OF_RUN: ReadonlySet<string> = new Set(['html']);

async function reportFor(
  { format, file }: OutputFlag,
  shown: ShownResult,
  flags: ReportFlags,
  io: CliIo,
  hide: (text: string) => string,
): Promise<string> {
  const root = repositoryRoot(diskFiles, io.cwd);
  return formatReport(format, shown, toolInfo, {
    ...(TELLS_OF_RUN.has(format) ? { run: runInfo(io, hide) } : {}),
    ...(flags.statistics === true ? { statistics: true } : {}),
    ...(file === undefined
      ? {
          style: await terminalStyle(flags.color, io),
          ...(io.columns === undefined ? {} : { width: io.columns }),
        }
      : {}),
    ...(root === undefined ? {} : { pathPrefix: path.relative(root, io.cwd).split(path.sep).join('/') }),
  });
}

/** What the findings come to under the flags. */
export function exitCode(result: LintResult, { maxWarnings, failOn }: ReportFlags): number {
  // A flag that Helm refuses is wrong use, not a mistake in the values. What a rule or plugin that failed, or a file that cannot be
  // read, would have come to is not known.
  const isUsage = ({ rule, severity }: Finding): boolean =>
    rule === 'rule/failed' ||
    rule === 'chart/failed' ||
    (rule === 'files/unreadable' && severity === 'error') ||
    rule === 'config/plugin' ||
    (rule === 'flag/set' && severity === 'error');
  if (result.findings.some(isUsage)) return EXIT.usage;
  if (result.fixes?.unwritten.some(({ isFailure }) => isFailure) === true) return EXIT.usage;
  const { warnings } = countFindings(result);
  const failing =
    failOn !== 'never' && result.findings.some(({ severity }) => compareSeverity(severity, failOn) >= 0);
  return failing || (maxWarnings !== undefined && warnings > maxWarnings) ? EXIT.findings : EXIT.clean;
}
