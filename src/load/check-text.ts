import type { FindingLog } from './finding-log.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the file must not hold
const FORBIDDEN = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/;

/**
 * Whether the text can be YAML at all: go-yaml (`readerc.go`) takes no control characters, not even in comments, and only
 * valid UTF-8: each other byte was decoded as half of a surrogate pair. The answer is the text that the parser can take, with U+FFFD in
 * place of such bytes; undefined when it can take none.
 */
export function checkText(text: string, log: FindingLog): string | undefined {
  const control = text.search(FORBIDDEN);
  if (control !== -1) {
    const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    const said =
      code === '0000'
        ? {
            problem: 'This is not text: it holds a NUL byte',
            why: 'Binary files and UTF-16 do, and Helm cannot read them.',
            help: 'Save the file as UTF-8.',
          }
        : {
            problem: `The control character U+${code} is not allowed in YAML`,
            why: 'Helm refuses the file.',
            help: 'Delete it, or write it as an escape in double quotes.',
          };
    log.refuse('yaml/not-text', said, { start: control, end: control + 1 });
    return undefined;
  }
  const broken = text.search(/\p{Surrogate}/u);
  if (broken === -1) return text;
  const said = {
    problem: 'The bytes here are not UTF-8',
    why: 'Helm reads no other encoding.',
    help: 'Save the file as UTF-8 and write the character anew.',
  };
  log.add('error', 'yaml/not-text', said, { start: broken, end: broken + 1 });
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
