import type { AddHelpTextContext } from 'commander';
import { wrapText } from '../report/wrap-text.ts';

/** Deeper than the command above it. */
const BELOW_COMMAND = '      ';

/**
 * What stands below the flags in a command's help, at the width of the terminal: lines without indentation are prose and wrap;
 * of an indented line that is too long, what two blanks separate from the command goes below it.
 */
export function wrapNotes(text: string): (context: AddHelpTextContext) => string {
  return ({ command, error }) => {
    const { getOutHelpWidth, getErrHelpWidth } = command.configureOutput();
    const width = (error ? getErrHelpWidth : getOutHelpWidth)?.() ?? 100;
    return text
      .replaceAll(/(?<=^\S[^\n]*)\n(?=\S)/gm, ' ')
      .split('\n')
      .map((line) => (line.length <= width ? line : wrapLine(line, width)))
      .join('\n');
  };
}

function wrapLine(line: string, width: number): string {
  const [, command, note] = /^( +\S.*?) {2,}(\S.*)$/.exec(line) ?? [];
  if (command === undefined || note === undefined) return line.startsWith(' ') ? line : wrapText(line, width);
  const wrapped = wrapText(note, width - BELOW_COMMAND.length).split('\n');
  return [command, ...wrapped.map((part) => BELOW_COMMAND + part)].join('\n');
}
