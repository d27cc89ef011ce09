import { mayBeTyped, resolvePlain, type ScalarValue } from '../resolve-scalar.ts';
import { giveUp } from './give-up.ts';
import type { Scan } from './scan.ts';

const [LF, CR, SPACE, HASH, COMMA, DASH, COLON, QUESTION] = [10, 13, 32, 35, 44, 45, 58, 63];
/** Longer texts are neither words like `false` nor numbers that need no second look. */
const LONGEST_WORD = 5;

/** For each ASCII character: whether plain text may start with it. A dash is asked for what follows. */
const STARTS = new Uint8Array(128).fill(1, 33, 127);
for (const sign of ',[]{}#&*!|>\'"%@`?:') STARTS[sign.charCodeAt(0)] = 0;

/** For each ASCII character: whether the scan for the end of plain text has to look at it; in brackets, the second bit. */
const STOPS = new Uint8Array(128);
for (const code of [LF, CR, HASH, COLON]) STOPS[code] = 3;
for (const sign of ',[]{}?') STOPS[sign.charCodeAt(0)] = 2;

/** For each ASCII character: whether numbers are written with it, in any of go-yaml's ways. */
const IN_NUMBERS = new Uint8Array(128);
for (const sign of '0123456789abcdefABCDEFxXoO_+-.') IN_NUMBERS[sign.charCodeAt(0)] = 1;

/**
 * Sets `start` and `end` to the plain text at the place, which moves behind it and the spaces there. Returns whether a
 * colon follows that makes it a key. In brackets, a comma or bracket ends the text too.
 */
export function readPlain(scan: Scan, inFlow: boolean): boolean {
  const { text, at: start } = scan;
  const first = scan.code();
  if (first < 128 && STARTS[first] === 0) giveUp();
  if (first === DASH && (scan.isBlank(start + 1) || inFlow)) checkDash(scan, inFlow);
  const mask = inFlow ? 2 : 1;
  const { length } = text;
  let at = start;
  let isKey = false;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 || (STOPS[code]! & mask) === 0) continue;
    if (code === COLON) {
      isKey = scan.isBlank(at + 1) || (inFlow && isFlowSign(scan.code(at + 1)));
      if (isKey) break;
    } else if (code === HASH) {
      if (text.charCodeAt(at - 1) === SPACE) break;
    } else {
      if (code === QUESTION) giveUp();
      break;
    }
  }
  let end = at;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  scan.start = start;
  scan.end = end;
  // A comment is told by the space before it.
  scan.at = isKey ? at : end;
  return isKey;
}

function checkDash(scan: Scan, inFlow: boolean): void {
  if (scan.isBlank(scan.at + 1) || (inFlow && isFlowSign(scan.code(scan.at + 1)))) giveUp();
}

function isFlowSign(code: number): boolean {
  return code === COMMA || code === 91 || code === 93 || code === 123 || code === 125;
}

/** What go-yaml makes of the plain text from `start` to `end`. */
export function plainValue(text: string, start: number, end: number): ScalarValue {
  const first = text.charCodeAt(start);
  if (!mayBeTyped(first)) return text.slice(start, end);
  if (end - start <= LONGEST_WORD) return finite(resolvePlain(text.slice(start, end)).value);
  if (!mayBeNumber(text, start, end)) return text.slice(start, end);
  return finite(resolvePlain(text.slice(start, end)).value);
}

function mayBeNumber(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128 || IN_NUMBERS[code] === 0) return false;
  }
  return true;
}

function finite(value: ScalarValue): ScalarValue {
  return typeof value === 'number' && !Number.isFinite(value) ? giveUp() : value;
}
