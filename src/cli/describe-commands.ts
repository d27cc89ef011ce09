import type { Command } from 'commander';
import type { CliIo } from './cli-io.ts';
import type { Commands } from './command-module.ts';

/** The command lines as they are really parsed, linting first. Nothing of the commands runs. */
export async function describeCommands(commands: Commands): Promise<Command[]> {
  const described: Command[] = [];
  const io: CliIo = {
    cwd: '/',
    env: {},
    isTerminal: false,
    stdout: () => {},
    stderr: () => {},
    readStdin: async () => '',
    describe: (command) => described.push(command),
  };
  const { runLint } = await import('./run-lint.ts');
  await runLint([], io);
  for (const load of Object.values(commands)) await (await load()).run([], io, commands);
  return described;
}
