import { isBreak, isPrintable } from './analyze-scalar.ts';
import { put, putBreak, putIndent, putSign, type YamlOutput } from './yaml-output.ts';

const ESCAPES = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0xa0, '_'],
  [0x2028, 'L'],
  [0x2029, 'P'],
]);

/** `width`: columns after which the text is folded at a single space. */
export function writePlain(out: YamlOutput, text: string, width: number): void {
  if (!out.isSpace) put(out, ' ');
  putFolded(out, text, width);
  out.isSpace = false;
  out.isIndentation = false;
}

export function writeSingleQuoted(out: YamlOutput, text: string, width: number): void {
  putSign(out, "'", true);
  putFolded(out, text.replaceAll("'", "''"), width);
  putSign(out, "'", false);
}

/** Breaks other than the newline (which never gets here) stay as they are. */
function putFolded(out: YamlOutput, text: string, width: number): void {
  if (out.column + text.length <= width && !/[\u2028\u2029]/.test(text)) {
    put(out, text);
    out.isIndentation = false;
    return;
  }
  let wasSpace = false;
  let wasBreak = false;
  let start = 0;
  const flush = (end: number) => {
    if (end > start) put(out, text.slice(start, end));
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      const isAlone = !wasSpace && at > 0 && at < text.length - 1 && text.charCodeAt(at + 1) !== 32;
      if (isAlone && out.column + at - start > width) {
        flush(at);
        putIndent(out);
        start = at + 1;
      }
      wasSpace = true;
    } else if (isBreak(code)) {
      flush(at);
      putBreak(out, text.charAt(at));
      start = at + 1;
      out.isIndentation = true;
      wasBreak = true;
    } else {
      if (wasBreak) {
        flush(at);
        putIndent(out);
      }
      out.isIndentation = false;
      wasSpace = false;
      wasBreak = false;
    }
  }
  flush(text.length);
}

export function writeDoubleQuoted(out: YamlOutput, text: string, width: number): void {
  putSign(out, '"', true);
  // Behind a byte order mark at the start go-yaml escapes everything.
  const escapesAll = text.startsWith('\ufeff');
  let wasSpace = false;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const size = code > 0xffff ? 2 : 1;
    if (code === 32 && !escapesAll) {
      if (!wasSpace && out.column > width && at > 0 && at < text.length - 1) {
        putIndent(out);
        if (text.charCodeAt(at + 1) === 32) put(out, '\\');
      } else put(out, ' ');
      wasSpace = true;
    } else {
      put(out, escapesAll || needsEscape(code) ? escaped(code) : text.charAt(at));
      wasSpace = false;
    }
    at += size;
  }
  putSign(out, '"', false);
}

function needsEscape(code: number): boolean {
  return code > 0xffff || !isPrintable(code) || isBreak(code) || code === 0x22 || code === 0x5c;
}

function escaped(code: number): string {
  const short = ESCAPES.get(code);
  if (short !== undefined) return `\\${short}`;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

const LITERAL_LINE = /[^\n\u2028\u2029]+|[\n\u2028\u2029]/g;

/** `|`: the lines as they are, below the indentation. */
export function writeLiteral(out: YamlOutput, text: string): void {
  putSign(out, '|', true);
  const first = text.charCodeAt(0);
  if (first === 32 || isBreak(first)) putSign(out, '2', false);
  if (!isBreak(text.charCodeAt(text.length - 1))) putSign(out, '-', false);
  else if (text.length === 1 || isBreak(text.charCodeAt(text.length - 2))) putSign(out, '+', false);
  putBreak(out);
  out.isIndentation = true;
  out.isSpace = true;
  let wasBreak = true;
  for (const [line] of text.matchAll(LITERAL_LINE)) {
    if (isBreak(line.charCodeAt(0))) {
      putBreak(out, line);
      out.isIndentation = true;
      wasBreak = true;
      continue;
    }
    if (wasBreak) putIndent(out);
    put(out, line);
    out.isIndentation = false;
    wasBreak = false;
  }
}
