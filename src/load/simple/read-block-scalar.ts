import { giveUp } from './give-up.ts';
import type { Scan } from './scan.ts';

const [LF, CR, SPACE, PLUS, DASH, BAR] = [10, 13, 32, 43, 45, 124];

/**
 * Reads the text behind the `|` or `>` at the place, sets `start` and `end`, and goes to the next content. Its lines are those
 * deeper than the key or dash, which stands in this column.
 */
export function readBlockScalar(scan: Scan, column: number): string {
  const { at: start } = scan;
  const isLiteral = scan.code() === BAR;
  const chomping = scan.code(start + 1);
  scan.at += chomping === PLUS || chomping === DASH ? 2 : 1;
  const head = scan.at;
  scan.end = head;
  scan.leaveLine();
  const below = scan.at;
  const lines = readLines(scan, column);
  // What does not end in a line end in the text has none to give: go-yaml makes up nothing.
  const isOpen = !scan.endsLastLine && scan.end === scan.text.length;
  scan.start = start;
  scan.toContent();
  let blank = 0;
  for (; lines.at(-1) === ''; blank++) lines.pop();
  if (lines.length === 0) {
    // Nothing but line ends, of which only `+` keeps any. What stands behind the sign counts as its end then.
    const keeps = chomping === PLUS && blank > 0;
    return keeps || /[^\r\n]/.test(scan.text.slice(head, below)) ? giveUp() : '';
  }
  const content = isLiteral ? lines.join('\n') : folded(lines);
  if (chomping === DASH || isOpen) return content;
  return content + (chomping === PLUS ? '\n'.repeat(1 + blank) : '\n');
}

/** The lines without their indentation, blank ones at both ends included; sets `end` behind the last that is not blank, if there is one. */
function readLines(scan: Scan, column: number): string[] {
  const { text } = scan;
  const lines: string[] = [];
  let indent = -1;
  let deepestBlank = 0;
  for (; scan.at < text.length; scan.lineStart = scan.at) {
    scan.skipSpaces();
    const found = scan.at - scan.lineStart;
    const code = text.charCodeAt(scan.at);
    if (code === LF) {
      deepestBlank = Math.max(deepestBlank, found);
      lines.push('');
      scan.at++;
      continue;
    }
    // Spaces without a line end.
    if (scan.at === text.length) giveUp();
    if (indent === -1 && found > column) indent = found;
    if (found < indent || indent === -1) break;
    const end = lineEnd(text, scan.at);
    lines.push(text.slice(scan.lineStart + indent, end));
    scan.end = end;
    scan.at = Math.min(end + 1, text.length);
  }
  scan.at = scan.lineStart;
  // Blank lines that say more than their line end.
  if (deepestBlank > Math.max(indent, 0)) giveUp();
  return lines;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return text.charCodeAt(end - 1) === CR ? giveUp() : end;
}

/** Lines joined by spaces, but for those that start with one. */
function folded(lines: readonly string[]): string {
  let result = '';
  let blank = 0;
  let wasDeeper = false;
  let isFirst = true;
  for (const line of lines) {
    if (line === '') {
      blank++;
      continue;
    }
    const isDeeper = line.charCodeAt(0) === SPACE;
    if (isDeeper) result += '\n'.repeat(isFirst ? blank : blank + 1);
    else if (wasDeeper) result += '\n'.repeat(blank + 1);
    else if (blank > 0) result += '\n'.repeat(blank);
    else if (!isFirst) result += ' ';
    result += line;
    wasDeeper = isDeeper;
    isFirst = false;
    blank = 0;
  }
  return result;
}
