import type { Commands } from './command-module.ts';
import { describeCommands } from './describe-commands.ts';

/** The commands with what they do, for the end of `chartlint --help`. */
export async function commandList(all: Commands): Promise<string> {
  const [, ...commands] = await describeCommands(all);
  const width = Math.max(...commands.map((command) => command.name().length)) + 2;
  const lines = commands.map((command) => `  ${command.name().padEnd(width)}${command.description()}\n`);
  return `\nCommands:\n${lines.join('')}\n"chartlint <command> --help" says more about one.\n`;
}
