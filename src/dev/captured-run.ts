import type { CliIo } from '../cli/cli-io.ts';
import { run } from '../cli/run.ts';

/** What the command line answers in a folder, in this process. */
export async function capturedRun(
  args: readonly string[],
  cwd: string,
  env: CliIo['env'] = {},
  stdin = '',
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await run(args, {
    cwd,
    env,
    isTerminal: false,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    readStdin: async () => stdin,
  });
  return { code, stdout, stderr };
}
