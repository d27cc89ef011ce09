import { giveUp } from './give-up.ts';
import type { Scan } from './scan.ts';

const [LF, SPACE, HASH, COLON] = [10, 32, 35, 58];

/**
 * Goes on with plain text that was read last, over the deeper lines below it, and returns what all of them say. The key or
 * dash stands in this column, the place at the content of the second line.
 */
export function readPlainLines(scan: Scan, column: number): string {
  const { start } = scan;
  let value = scan.text.slice(start, scan.end);
  do {
    value += fold(scan.text, scan.end, scan.at);
    const from = scan.at;
    readLine(scan);
    value += scan.text.slice(from, scan.end);
    scan.endLine();
  } while (scan.indent > column);
  scan.start = start;
  return value;
}

/** A space for one line end, a line feed for each further one. */
function fold(text: string, from: number, to: number): string {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) breaks++;
    // Nothing goes on behind a comment.
    else if (code === HASH) giveUp();
  }
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

/** Sets `end` to where the text ends in this line, which stands there. */
function readLine(scan: Scan): void {
  const { text } = scan;
  let at = scan.at;
  for (; !scan.isLineEnd(at); at++) {
    const code = text.charCodeAt(at);
    if (code === COLON && scan.isBlank(at + 1)) giveUp();
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
  }
  while (text.charCodeAt(at - 1) === SPACE) at--;
  scan.end = at;
  scan.at = at;
}
