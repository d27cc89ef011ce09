import { type Command, CommanderError, Help, type Option } from 'commander';
import { UsageError } from '../files/usage-error.ts';
import type { CliIo } from './cli-io.ts';

/**
 * Parses the arguments of a command. False when they asked for help or the version, which is then printed, or when somebody
 * only wants to know what the command takes.
 * Throws a UsageError for anything that the command does not take.
 */
export function parseCommand(command: Command, args: readonly string[], io: CliIo): boolean {
  command
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ optionDescription: describeOption, commandUsage: describeUsage })
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: () => {},
      getOutHelpWidth: () => io.columns ?? 100,
    })
    .exitOverride();
  if (io.describe !== undefined) {
    io.describe(command);
    return false;
  }
  try {
    command.parse(args as string[], { from: 'user' });
    return true;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return false;
    const name = command.name() === 'chartlint' ? 'chartlint' : `chartlint ${command.name()}`;
    throw new UsageError(`${error.message.replace(/^error: /, '')}\nrun ${name} --help for the flags`);
  }
}

/** An empty list as the default of a repeatable flag says nothing to a reader. */
function describeOption(option: Option): string {
  return Array.isArray(option.defaultValue) ? option.description : new Help().optionDescription(option);
}

/** As one types it: commands are commands of chartlint. */
function describeUsage(command: Command): string {
  const usage = new Help().commandUsage(command);
  return command.name() === 'chartlint' ? usage : `chartlint ${usage}`;
}
