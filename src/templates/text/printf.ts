import type { GoValue } from '../value/go-value.ts';
import { isInt } from '../value/make-value.ts';
import { typeOf } from '../value/type-of.ts';
import { type FormatFlags, noFlags } from './format-flags.ts';
import { printValue } from './print-value.ts';

/** A piece of what printf gives, with the index of the argument that it prints; undefined for text of the format. */
export interface PrintedPiece {
  readonly text: string;
  readonly argument: number | undefined;
  /** Where the piece stands in the format, when it is text of the format. */
  readonly formatStart?: number;
}

/** Widths and precisions beyond this are taken for a mistake. */
const LARGEST = 1_000_000;

/** `fmt.Sprintf` of Go in pieces: mistakes become text, as in `%!d(string=x)`. */
export function printfPieces(format: string, values: readonly GoValue[]): PrintedPiece[] {
  const scan: Scan = {
    format,
    values,
    at: 0,
    next: 0,
    isReordered: false,
    isGood: true,
    isAfterIndex: false,
  };
  const pieces: PrintedPiece[] = [];
  while (scan.at < format.length) {
    const percent = format.indexOf('%', scan.at);
    const end = percent < 0 ? format.length : percent;
    if (end > scan.at)
      pieces.push({ text: format.slice(scan.at, end), argument: undefined, formatStart: scan.at });
    scan.at = end + 1;
    if (percent >= 0) verbPiece(scan, pieces);
  }
  if (!scan.isReordered && scan.next < values.length) extraPieces(values, scan.next, pieces);
  return pieces;
}

interface Scan {
  readonly format: string;
  readonly values: readonly GoValue[];
  at: number;
  /** The argument that the next verb prints. */
  next: number;
  isReordered: boolean;
  isGood: boolean;
  isAfterIndex: boolean;
}

function verbPiece(scan: Scan, pieces: PrintedPiece[]): void {
  const { format, values } = scan;
  const say = (text: string, argument?: number) => pieces.push({ text, argument });
  const flags = noFlags();
  scan.isGood = true;
  scan.isAfterIndex = false;
  readFlags(scan, flags);
  readIndex(scan);
  readWidth(scan, flags, say);
  if (scan.at + 1 < format.length && format.charAt(scan.at) === '.') readPrecision(scan, flags, say);
  if (!scan.isAfterIndex) readIndex(scan);
  if (scan.at >= format.length) {
    say('%!(NOVERB)');
    return;
  }
  const found = String.fromCodePoint(format.codePointAt(scan.at) as number);
  scan.at += found.length;
  const verb = found >= '\udc80' && found <= '\udcff' ? '\ufffd' : found;
  if (verb === '%') say('%');
  else if (!scan.isGood) say(`%!${verb}(BADINDEX)`);
  else if (scan.next >= values.length) say(`%!${verb}(MISSING)`);
  else {
    if (verb === 'v' || verb === 'w') goSyntax(flags);
    say(printValue(values[scan.next], verb, flags), scan.next);
    scan.next++;
  }
}

function goSyntax(flags: FormatFlags): void {
  flags.sharpV = flags.sharp;
  flags.sharp = false;
  flags.plusV = flags.plus;
  flags.plus = false;
}

function readFlags(scan: Scan, flags: FormatFlags): void {
  for (; scan.at < scan.format.length; scan.at++) {
    switch (scan.format.charAt(scan.at)) {
      case '#':
        flags.sharp = true;
        break;
      case '0':
        flags.zero = true;
        break;
      case '+':
        flags.plus = true;
        break;
      case '-':
        flags.minus = true;
        break;
      case ' ':
        flags.space = true;
        break;
      default:
        return;
    }
  }
}

/** `[3]`: the next verb prints the third argument. */
function readIndex(scan: Scan): void {
  const { format, values } = scan;
  if (format.charAt(scan.at) !== '[') {
    scan.isAfterIndex = false;
    return;
  }
  scan.isReordered = true;
  const close = format.indexOf(']', scan.at + 1);
  const text = close < 0 ? '' : format.slice(scan.at + 1, close);
  const isNumber = /^[0-9]+$/.test(text) && readNumber(text) !== undefined;
  scan.at = close < 0 ? scan.at + 1 : close + 1;
  const index = isNumber ? Number(text) - 1 : -1;
  scan.isAfterIndex = isNumber;
  if (index >= 0 && index < values.length) scan.next = index;
  else scan.isGood = false;
}

function readWidth(scan: Scan, flags: FormatFlags, say: (text: string) => void): void {
  if (scan.format.charAt(scan.at) === '*') {
    const width = starNumber(scan);
    if (width === undefined) say('%!(BADWIDTH)');
    flags.width = width === undefined ? undefined : Math.abs(width);
    if (width !== undefined && width < 0) {
      flags.minus = true;
      flags.zero = false;
    }
    return;
  }
  flags.width = plainNumber(scan);
  if (scan.isAfterIndex && flags.width !== undefined) scan.isGood = false;
}

function readPrecision(scan: Scan, flags: FormatFlags, say: (text: string) => void): void {
  scan.at++;
  if (scan.isAfterIndex) scan.isGood = false;
  readIndex(scan);
  if (scan.format.charAt(scan.at) === '*') {
    const precision = starNumber(scan);
    flags.precision = precision === undefined || precision < 0 ? undefined : precision;
    if (flags.precision === undefined) say('%!(BADPREC)');
  } else flags.precision = plainNumber(scan) ?? 0;
}

/** The number that the next argument gives for `*`. */
function starNumber(scan: Scan): number | undefined {
  scan.at++;
  scan.isAfterIndex = false;
  if (scan.next >= scan.values.length) return undefined;
  const value = scan.values[scan.next++] as GoValue;
  if (!isInt(value)) return undefined;
  const number = Number(value.value);
  return Math.abs(number) > LARGEST ? undefined : number;
}

function plainNumber(scan: Scan): number | undefined {
  const text = /^[0-9]*/.exec(scan.format.slice(scan.at, scan.at + 20))?.[0] ?? '';
  if (text === '') return undefined;
  const number = readNumber(text);
  // A number too large eats the rest of the format.
  scan.at = number === undefined ? scan.format.length : scan.at + text.length;
  return number;
}

/** Undefined when it grows beyond what Go takes before its last digit. */
function readNumber(text: string): number | undefined {
  let number = 0;
  for (const digit of text) {
    if (number > LARGEST) return undefined;
    number = number * 10 + Number(digit);
  }
  return number;
}

function extraPieces(values: readonly GoValue[], first: number, pieces: PrintedPiece[]): void {
  let lead = '%!(EXTRA ';
  for (let i = first; i < values.length; i++) {
    const value = values[i];
    const isNil = value === null || value === undefined;
    pieces.push({ text: lead + (isNil ? '' : `${typeOf(value)}=`), argument: undefined });
    pieces.push({ text: printValue(value, 'v', noFlags()), argument: i });
    lead = ', ';
  }
  pieces.push({ text: ')', argument: undefined });
}
