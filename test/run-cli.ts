import type { CliIo } from '../src/cli/cli-io.ts';
import { run } from '../src/cli/run.ts';

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in process, as a user in a folder would, with output captured. */
export async function runCli(args: readonly string[], cwd: string, io: Partial<CliIo> = {}): Promise<CliRun> {
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
