import { withoutRunnerCommands } from './runner-commands.ts';
import { visibleText } from './visible-text.ts';

/** How text has to be written so that nobody acts on it who only shows it: a terminal, or the log of a runner. */
export type LogSyntax = 'text' | 'json' | 'xml';

const ESC = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);

/** What the code of a terminal's colours and links looks like. Our own text alone holds any: that of others is drawn before. */
const STYLING = new RegExp(`(${ESC}\\[[0-9;]*m|${ESC}\\]8;[^${ESC}${BELL}]*(?:${BELL}|${ESC}\\\\))`);

/**
 * The text with nothing that acts on who shows it. GitHub's and Azure's runners read `::` at the start of a line and `##[`,
 * `##vso[` anywhere as commands, terminals act on control characters, and some turn the reading direction. JSON and XML keep their
 * meaning, since both can write any character in another way.
 */
export function logSafe(text: string, syntax: LogSyntax): string {
  if (syntax === 'json') {
    return withoutRunnerCommands(text, '\\u005b').replaceAll(
      ACTING,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }
  if (syntax === 'xml')
    return withoutRunnerCommands(visibleText(text), '&#91;').replaceAll(LINE_COMMAND, '$1&#58;');
  const visible = (text.includes(ESC) ? text.split(STYLING) : [text])
    .map((part, i) => (i % 2 === 1 ? part : visibleText(part)))
    .join('');
  return withoutRunnerCommands(visible).replaceAll(LINE_COMMAND, '$1: ');
}

const ACTING = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;
const LINE_COMMAND = /^([ \t]*):(?=:)/gm;
