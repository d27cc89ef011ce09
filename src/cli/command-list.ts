import { wrapText } from '../report/wrap-text.ts';
import type { Commands } from './command-module.ts';
import { describeCommands } from './describe-commands.ts';

/** The commands with what they do, for the end of `chartlint --help`. */
export async function commandList(all: Commands, columns = 100): Promise<string> {
  const [, ...commands] = await describeCommands(all);
  const width = Math.max(...commands.map((command) => command.name().length)) + 2;
  const lines = commands.map((command) => {
    const text = wrapText(command.description(), columns - width - 2).replaceAll(
      '\n',
      `\n${' '.repeat(width + 2)}`,
    );
    return `  ${command.name().padEnd(width)}${text}\n`;
  });
  return `\nCommands:\n${lines.join('')}\n"chartlint <command> --help" says more about one.\n`;
}
