import { Argument, Command } from 'commander';
import { bashCompletion } from '../completion/bash-completion.ts';
import type { CommandShape } from '../completion/command-shape.ts';
import { fishCompletion } from '../completion/fish-completion.ts';
import { zshCompletion } from '../completion/zsh-completion.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import type { Commands } from './command-module.ts';
import { parseCommand } from './parse-command.ts';
import { wrapNotes } from './wrap-notes.ts';

const SHELLS: Readonly<Record<string, (commands: readonly CommandShape[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

const EXAMPLES = `
Examples:
  source <(chartlint completion bash)      in ~/.bashrc
  source <(chartlint completion zsh)       in ~/.zshrc, below compinit
  chartlint completion fish > ~/.config/fish/completions/chartlint.fish
`;

/** `chartlint completion <shell>`: completion of commands, flags and their values. */
export async function run(args: readonly string[], io: CliIo, commands: Commands): Promise<number> {
  const command = new Command('completion')
    .description('Prints a script that lets a shell complete commands, flags, rules and charts.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', wrapNotes(EXAMPLES));
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const { describeCommands } = await import('./describe-commands.ts');
  const { commandShapes } = await import('./command-shapes.ts');
  const script = SHELLS[command.args[0] ?? ''];
  io.stdout(script?.(commandShapes(await describeCommands(commands))) ?? '');
  return EXIT.clean;
}
