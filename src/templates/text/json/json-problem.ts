import { quoteText } from '../quote-text.ts';

const STRING = /[^"\\]/;
const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

/** What Go's encoding/json says about a text that is no JSON: `invalid character '}' after object key`. */
export function jsonProblem(text: string): string {
  const scan: Scan = { text, at: 0 };
  try {
    readValue(scan);
    skipSpace(scan);
    if (scan.at < text.length) stop(scan, 'after top-level value');
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
  return END;
}

interface Scan {
  readonly text: string;
  at: number;
}

class Stop extends Error {}

const END = 'unexpected end of JSON input';

/** At the end Go's scanner is handed a space. */
function stop({ text, at }: Scan, context: string): never {
  throw new Stop(`invalid character ${quoteByte(text, at)} ${context}`);
}

/** Go looks at single bytes, and shows them as characters of Latin-1. */
function quoteByte(text: string, at: number): string {
  const character = at < text.length ? text.charAt(at) : ' ';
  if (character === ' ') return "' '";
  if (character === "'") return "'\\''";
  if (character === '"') return `'"'`;
  const code = text.codePointAt(at) as number;
  const byte =
    code < 0x80
      ? code
      : code < 0x800
        ? 0xc0 | (code >> 6)
        : code < 0x10000
          ? 0xe0 | (code >> 12)
          : 0xf0 | (code >> 18);
  const isEscape = code >= 0xdc80 && code <= 0xdcff;
  return `'${quoteText(String.fromCodePoint(isEscape ? code - 0xdc00 : byte)).slice(1, -1)}'`;
}

function skipSpace(scan: Scan): void {
  while (' \t\r\n'.includes(scan.text.charAt(scan.at)) && scan.at < scan.text.length) scan.at++;
}

/** The next character that is no space; at the end nothing more is to come. */
function next(scan: Scan): string {
  skipSpace(scan);
  if (scan.at >= scan.text.length) throw new Stop(END);
  return scan.text.charAt(scan.at);
}

function readValue(scan: Scan): void {
  const first = next(scan);
  const literal = LITERALS[first];
  if (first === '{') readContainer(scan, '}', readEntry, 'after object key:value pair');
  else if (first === '[') readContainer(scan, ']', readValue, 'after array element');
  else if (first === '"') readString(scan);
  else if (literal !== undefined) readLiteral(scan, literal);
  else if (/[-0-9]/.test(first)) readNumber(scan);
  else stop(scan, 'looking for beginning of value');
}

function readContainer(scan: Scan, close: string, readItem: (scan: Scan) => void, context: string): void {
  scan.at++;
  if (next(scan) === close) {
    scan.at++;
    return;
  }
  for (;;) {
    readItem(scan);
    const mark = next(scan);
    if (mark !== ',' && mark !== close) stop(scan, context);
    scan.at++;
    if (mark === close) return;
  }
}

function readEntry(scan: Scan): void {
  if (next(scan) !== '"') stop(scan, 'looking for beginning of object key string');
  readString(scan);
  if (next(scan) !== ':') stop(scan, 'after object key');
  scan.at++;
  readValue(scan);
}

function readString(scan: Scan): void {
  for (scan.at++; scan.text.charAt(scan.at) !== '"'; scan.at++) {
    const character = scan.text.charAt(scan.at);
    if (character === '') throw new Stop(END);
    if (character < ' ') stop(scan, 'in string literal');
    if (STRING.test(character)) continue;
    scan.at++;
    const kind = scan.text.charAt(scan.at);
    if (kind === 'u') {
      for (let i = 0; i < 4; i++) {
        scan.at++;
        if (!/[0-9a-fA-F]/.test(scan.text.charAt(scan.at))) stop(scan, 'in \\u hexadecimal character escape');
      }
    } else if (!/["\\/bfnrt]/.test(kind)) stop(scan, 'in string escape code');
  }
  scan.at++;
}

function readLiteral(scan: Scan, literal: string): void {
  for (const expected of literal) {
    if (scan.text.charAt(scan.at) !== expected) stop(scan, `in literal ${literal} (expecting '${expected}')`);
    scan.at++;
  }
}

function readNumber(scan: Scan): void {
  if (scan.text.charAt(scan.at) === '-') scan.at++;
  if (scan.text.charAt(scan.at) === '0') scan.at++;
  else readDigits(scan, 'in numeric literal');
  if (scan.text.charAt(scan.at) === '.') {
    scan.at++;
    readDigits(scan, 'after decimal point in numeric literal');
  }
  if (/[eE]/.test(scan.text.charAt(scan.at))) {
    scan.at++;
    if (/[+-]/.test(scan.text.charAt(scan.at))) scan.at++;
    readDigits(scan, 'in exponent of numeric literal');
  }
}

function readDigits(scan: Scan, context: string): void {
  if (!/[0-9]/.test(scan.text.charAt(scan.at))) stop(scan, context);
  while (/[0-9]/.test(scan.text.charAt(scan.at))) scan.at++;
}
