/** The mark of helm-docs before a text. */
const MARK = /^-- ?/;
/** Lines that are no words about the key: rulers, lines for programs, what is about a path that they name. */
const NO_WORDS = /^\s*(?:[-=#*]{3,}.*|@\w+\b.*|[\w.[\]-]+ -- .*|yaml-language-server:.*|chartlint-.*)$/;
/** Longer comments are chapters about something else. */
const MAX_LINES = 12;
/** Longer lines hold data, not words. */
const MAX_WIDTH = 400;

/**
 * What the comment of a values file says about the key at the offset: the lines right above it in the same column, else the
 * rest of its line. The markers of helm-docs and of Bitnami's generator are left out. Empty when there is none.
 */
export function commentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = text.slice(start, offset);
  if (indent.trim() !== '') return '';
  const lines: string[] = [];
  let end = start - 1;
  while (end > 0 && lines.length < MAX_LINES) {
    const begin = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(begin, end).trimEnd();
    if (!line.startsWith(`${indent}#`)) break;
    lines.unshift(line.slice(indent.length));
    end = begin - 1;
  }
  return words(lines) || words([trailing(text, offset)]);
}

function words(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/^#+ ?/, '').replace(MARK, '').trimEnd())
    .filter((line) => !NO_WORDS.test(line))
    .join('\n')
    .trim();
}

/** The comment behind a key without a value in quotes that could hold a `#`. */
function trailing(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  const line = text.slice(offset, end === -1 ? undefined : end);
  if (line.length > MAX_WIDTH) return '';
  return /^[^'"#]*(?:(?:"[^"]*"|'[^']*')[^'"#]*)?\s(#.*)$/.exec(line)?.[1] ?? '';
}
