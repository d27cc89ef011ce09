import { spawn } from 'node:child_process';
import type { CliIo } from '../src/cli/cli-io.ts';
import { run } from '../src/cli/run.ts';
import { executable } from './program.ts';

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run as `report.txt` of a fixture has it. */
export function reportText({ stdout, stderr, exitCode }: CliRun): string {
  return `${stdout}${stderr}exit ${exitCode}\n`;
}

/**
 * Runs the command line as a user in a folder would, with output captured: in process, or the executable that
 * `CHARTLINT_PROGRAM` names. What only a process can be given (a terminal, a clock, answers) always runs in process.
 */
export function runCli(args: readonly string[], cwd: string, io: Partial<CliIo> = {}): Promise<CliRun> {
  const { env = {}, readStdin, ...others } = io;
  if (executable === undefined || Object.keys(others).length > 0) return runInProcess(args, cwd, io);
  return runProgram(executable, args, cwd, env, readStdin);
}

async function runInProcess(args: readonly string[], cwd: string, io: Partial<CliIo>): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  const exitCode = await run(args, {
    cwd,
    env: {},
    isTerminal: false,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    readStdin: async () => '',
    ...io,
  });
  return { exitCode, stdout, stderr };
}

async function runProgram(
  file: string,
  args: readonly string[],
  cwd: string,
  env: CliIo['env'],
  readStdin: CliIo['readStdin'] = async () => '',
): Promise<CliRun> {
  const child = spawn(file, args, { cwd, env: { PATH: process.env.PATH, ...env } });
  const texts: [stdout: Buffer[], stderr: Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => texts[0].push(chunk));
  child.stderr.on('data', (chunk) => texts[1].push(chunk));
  // A run that reads nothing may be over before everything is written to it.
  child.stdin.on('error', () => {});
  child.stdin.end(await readStdin());
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === null ? reject(new Error(`ended by ${signal}`)) : resolve(code),
    );
  });
  const [stdout, stderr] = texts.map((chunks) => Buffer.concat(chunks).toString('utf8'));
  return { exitCode, stdout: stdout!, stderr: stderr! };
}
