import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CliIo } from './cli-io.ts';
import { COMMANDS } from './commands.ts';
import { runGuarded } from './run-guarded.ts';

/**
 * Runs the command line and resolves to the exit code: 0 nothing at or above the failing severity, 1 findings, 2 wrong use.
 * Never rejects; an unexpected failure is reported without a stack trace unless CHARTLINT_DEBUG is set.
 */
export function run(args: readonly string[], io: CliIo): Promise<number> {
  return runGuarded(io, async () => {
    const [first = '', ...rest] = args;
    const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    if (command !== undefined) return (await command()).run(rest, io, COMMANDS);
    if (first === 'help') return run([...rest, '--help'], io);
    if (first === 'lint' || first === 'version') {
      const isFile = existsSync(path.resolve(io.cwd, first));
      if (!isFile) return run(first === 'lint' ? rest : ['--version'], io);
    }
    if (/^[a-z]+(?:-[a-z]+)*$/.test(first) && !existsSync(path.resolve(io.cwd, first))) {
      (await import('./refuse-command.ts')).refuseCommand(first, Object.keys(COMMANDS));
    }
    const { runLint } = await import('./run-lint.ts');
    const exitCode = await runLint(args, io);
    if (args.includes('--help') || args.includes('-h')) {
      io.stdout(await (await import('./command-list.ts')).commandList(COMMANDS, io.columns));
    }
    return exitCode;
  });
}
