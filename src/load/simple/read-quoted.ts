import { giveUp } from './give-up.ts';
import type { Scan } from './scan.ts';

const [LF, QUOTE, APOSTROPHE, BACKSLASH] = [10, 34, 39, 92];

/** What escapes stand for; the rest of YAML's is rare. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  n: '\n',
  t: '\t',
  r: '\r',
};

/** Sets `start` and `end` to the quoted text at the place, which moves behind it, and returns what it says. */
export function readQuoted(scan: Scan): string {
  const { text, at: start } = scan;
  const { length } = text;
  const quote = text.charCodeAt(start);
  const isDouble = quote === QUOTE;
  let isLiteral = true;
  for (let at = start + 1; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (isDouble || text.charCodeAt(at + 1) !== APOSTROPHE) {
        scan.start = start;
        scan.end = at + 1;
        scan.at = at + 1;
        const written = text.slice(start + 1, at);
        if (isLiteral) return written;
        return isDouble ? unescaped(written) : written.replaceAll("''", "'");
      }
      isLiteral = false;
      at++;
    } else if (code === LF) giveUp();
    else if (code === BACKSLASH && isDouble) {
      isLiteral = false;
      at++;
    }
  }
  return giveUp();
}

function unescaped(written: string): string {
  return written.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPES[sign] ?? giveUp());
}
