import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CliIo } from '../cli/cli-io.ts';
import { runGuarded } from '../cli/run-guarded.ts';
import { runLint } from '../cli/run-lint.ts';
import { actionArguments } from './action-arguments.ts';
import { commentOnPullRequest, type PullRequest } from './comment-on-pull-request.ts';

/** What the Action reads from the JSON report. */
interface ReportSummary {
  readonly summary: { readonly errors: number; readonly warnings: number; readonly fixable: number };
}

/**
 * Runs chartlint as a step of a workflow: the inputs become arguments of the command line, the reports go where GitHub wants
 * them, and the counts become outputs. Resolves to the exit code of the command line.
 */
export async function runAction(io: CliIo): Promise<number> {
  const folder = mkdtempSync(path.join(io.env.RUNNER_TEMP ?? tmpdir(), 'chartlint-'));
  try {
    const json = path.join(folder, 'report.json');
    const markdown = path.join(folder, 'summary.md');
    const workspace = io.env.GITHUB_WORKSPACE ?? io.cwd;
    const rawInput = (name: string): string => io.env[`INPUT_${name.toUpperCase()}`] ?? '';
    const input = (name: string): string => rawInput(name).trim();
    const cwd = path.resolve(workspace, input('working-directory'));
    const sarif = input('sarif-file');
    const args = [
      ...actionArguments(input, rawInput('paths'), rawInput('args')),
      '--format',
      `json=${json}`,
      '--format',
      `markdown=${markdown}`,
    ];
    // Not the whole command line: a path named like a command is a path, and the bundle holds what linting takes.
    const stepIo: CliIo = { ...io, cwd, isTerminal: false };
    const exitCode = await runGuarded(stepIo, () => runLint(args, stepIo));
    const report = readReport(json);
    if (report !== undefined) {
      const { errors, warnings, fixable } = report.summary;
      append(io.env.GITHUB_STEP_SUMMARY, readFileSync(markdown, 'utf8'));
      append(
        io.env.GITHUB_OUTPUT,
        `errors=${errors}\nwarnings=${warnings}\nfixable=${fixable}\nsarif=${sarif === '' ? '' : path.resolve(cwd, sarif)}\n`,
      );
    }
    const target = input('comment') === 'true' ? pullRequest(io.env, input('token')) : undefined;
    if (target !== undefined && report !== undefined) {
      await commentOnPullRequest(target, readFileSync(markdown, 'utf8')).catch((error: Error) =>
        // A fork may not write; the report stands in the log and the summary.
        io.stdout(`::warning title=chartlint::No comment on the pull request: ${error.message}\n`),
      );
    }
    return exitCode;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Undefined when wrong use stopped the run before anything was linted. */
function readReport(file: string): ReportSummary | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReportSummary;
  } catch {
    return undefined;
  }
}

/** The pull request of the run, undefined where there is none or no token. */
function pullRequest(env: CliIo['env'], token: string): PullRequest | undefined {
  const [, number] = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '') ?? [];
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository } = env;
  if (number === undefined || repository === undefined || token === '') return undefined;
  return { api, repository, number: Number(number), token };
}

/** The files that the runner names collect what steps append. */
function append(file: string | undefined, text: string): void {
  if (file !== undefined && file !== '') appendFileSync(file, text);
}
