import { textOf } from '../../model/text-of.ts';
import { bytesOf } from '../value/utf8.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

const ESCAPE = /\\(?:([abfnrtv\\'"])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/y;

/** What the Go string literal says (strconv.Unquote), or undefined where Go says `invalid syntax`. */
export function unquoteGo(literal: string): string | undefined {
  const inner = literal.slice(1, -1);
  if (literal.startsWith('`')) return inner.replaceAll('\r', '');
  if (!inner.includes('\\')) return inner;
  let text = '';
  let bytes = false;
  for (let at = 0; at < inner.length; ) {
    if (inner[at] !== '\\') {
      text += inner[at++];
      continue;
    }
    const read = readEscape(inner, at, literal[0]!);
    if (read === undefined) return undefined;
    bytes ||= read.isByte;
    text += read.text;
    at = read.end;
  }
  // Bytes that are written one by one can make up a character.
  return bytes ? textOf(bytesOf(text)) : text;
}

/** The character of a constant like `'x'`, or undefined where Go refuses it. `rest` is what follows the character. */
export function unquoteCharacter(constant: string): { point: number; rest: string } | undefined {
  if (constant[1] === "'") return undefined;
  if (constant[1] !== '\\') {
    const point = constant.codePointAt(1)!;
    const isByte = point >= 0xd800 && point <= 0xdfff;
    return { point: isByte ? 0xfffd : point, rest: constant.slice(point > 0xffff ? 3 : 2) };
  }
  const read = readEscape(constant, 1, "'");
  return read && { point: read.point, rest: constant.slice(read.end) };
}

interface ReadEscape {
  readonly text: string;
  readonly point: number;
  readonly isByte: boolean;
  readonly end: number;
}

function readEscape(source: string, at: number, quote: string): ReadEscape | undefined {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(source);
  if (match === null) return undefined;
  const end = ESCAPE.lastIndex;
  const [, simple, byte, short, long, octal] = match;
  if (simple !== undefined) {
    if ((simple === "'" || simple === '"') && simple !== quote) return undefined;
    const text = SIMPLE[simple] ?? simple;
    return { text, point: text.codePointAt(0)!, isByte: false, end };
  }
  const isByte = short === undefined && long === undefined;
  const point =
    octal === undefined ? Number.parseInt((byte ?? short ?? long)!, 16) : Number.parseInt(octal, 8);
  const tooLarge = isByte ? point > 0xff : point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
  if (tooLarge) return undefined;
  const text = isByte && point >= 0x80 ? String.fromCharCode(0xdc00 + point) : String.fromCodePoint(point);
  return { text, point, isByte, end };
}
