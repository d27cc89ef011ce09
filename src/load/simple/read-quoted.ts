import { giveUp } from './give-up.ts';
import type { Scan } from './scan.ts';

const [LF, CR, SPACE, QUOTE, APOSTROPHE, BACKSLASH] = [10, 13, 32, 34, 39, 92];

/** What escapes stand for; the rest of YAML's is rare. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  n: '\n',
  t: '\t',
  r: '\r',
};

/**
 * Sets `start` and `end` to the quoted text at the place, which moves behind it, and returns what it says. With the column of its key or dash it may go
 * on over deeper lines.
 */
export function readQuoted(scan: Scan, column?: number): string {
  const { text, at: start } = scan;
  const { length } = text;
  const quote = text.charCodeAt(start);
  const isDouble = quote === QUOTE;
  let isLiteral = true;
  let isFolded = false;
  for (let at = start + 1; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (isDouble || text.charCodeAt(at + 1) !== APOSTROPHE) {
        scan.start = start;
        scan.end = at + 1;
        scan.at = at + 1;
        const inside = text.slice(start + 1, at);
        const written = isFolded ? folded(inside, column!) : inside;
        if (isLiteral) return written;
        return isDouble ? unescaped(written) : written.replaceAll("''", "'");
      }
      isLiteral = false;
      at++;
    } else if (code === LF) {
      if (column === undefined) giveUp();
      isFolded = true;
    } else if (code === BACKSLASH && isDouble) {
      isLiteral = false;
      at++;
    }
  }
  return giveUp();
}

function unescaped(written: string): string {
  return written.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPES[sign] ?? giveUp());
}

/** Lines as one: a space for one line end, a line feed for each further one. Of the space before a line end readers think differently. */
function folded(text: string, column: number): string {
  let value = '';
  let breaks = 0;
  for (let from = 0; ; breaks++) {
    const next = text.indexOf('\n', from);
    const isLast = next === -1;
    let end = isLast ? text.length : next;
    if (!isLast && text.charCodeAt(end - 1) === CR) end--;
    if (!isLast && text.charCodeAt(end - 1) === SPACE) giveUp();
    let start = from;
    if (from > 0) while (text.charCodeAt(start) === SPACE) start++;
    if (start < end || isLast) {
      if (from > 0 && start - from <= column) giveUp();
      if (breaks > 0) value += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
      value += text.slice(start, end);
      breaks = 0;
    }
    if (isLast) return value;
    from = next + 1;
  }
}
