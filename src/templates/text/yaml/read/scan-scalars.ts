import {
  fail,
  isBlank,
  isBlankz,
  isBreak,
  isDocumentMark,
  isEnd,
  markOf,
  peek,
  type ScanState,
  skip,
  skipToLineEnd,
  type Token,
  take,
  takeBreak,
} from './scan-state.ts';
import type { Mark } from './yaml-problem.ts';

/** `|` and `>`. */
export function scanBlockScalar(state: ScanState, isLiteral: boolean): Token {
  const start = markOf(state);
  skip(state);
  const { chomping, increment } = scanBlockHints(state, start);
  skipToLineEnd(state, start);
  const end = markOf(state);
  const given = increment === 0 ? 0 : Math.max(state.indent, 0) + increment;
  let { indent, breaks } = scanBlockBreaks(state, given, start);
  let text = '';
  let lineBreak = '';
  let wasBlank = false;
  while (state.column === indent && !isEnd(state)) {
    const isBlankLine = isBlank(peek(state));
    if (!isLiteral && !wasBlank && !isBlankLine && lineBreak === '\n') text += breaks === '' ? ' ' : '';
    else text += lineBreak;
    text += breaks;
    wasBlank = isBlankLine;
    while (!isEnd(state) && !isBreak(peek(state))) text += take(state);
    lineBreak = takeBreak(state);
    ({ breaks } = scanBlockBreaks(state, indent, start));
  }
  if (chomping !== '-') text += lineBreak;
  if (chomping === '+') text += breaks;
  return { kind: 'scalar', start, end, text, isPlain: false };
}

function scanBlockHints(state: ScanState, start: Mark): { chomping: string; increment: number } {
  let chomping = '';
  let increment = 0;
  for (let i = 0; i < 2; i++) {
    const hint = peek(state);
    if (/[+-]/.test(hint) && chomping === '') chomping = take(state);
    else if (/[0-9]/.test(hint) && increment === 0) {
      if (hint === '0') fail(state, 'found an indentation indicator equal to 0', start);
      increment = Number(take(state));
    }
  }
  return { chomping, increment };
}

/** Indentation and empty lines; without a given indentation the deepest of the empty lines counts. */
function scanBlockBreaks(state: ScanState, given: number, start: Mark): { indent: number; breaks: string } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    while ((given === 0 || state.column < given) && peek(state) === ' ') skip(state);
    deepest = Math.max(deepest, state.column);
    if ((given === 0 || state.column < given) && peek(state) === '\t')
      fail(state, 'found a tab character where an indentation space is expected', start);
    if (!isBreak(peek(state))) break;
    breaks += takeBreak(state);
  }
  return { indent: given === 0 ? Math.max(deepest, state.indent + 1, 1) : given, breaks };
}

/** Text with what stands between its words, line breaks folded. */
interface Folding {
  text: string;
  spaces: string;
  lineBreak: string;
  breaks: string;
  isAfterBreak: boolean;
}

/** Blanks and line breaks; `onTab` is asked about tabs at the beginning of a line. */
function scanSpace(state: ScanState, fold: Folding, onTab: () => void): void {
  while (isBlank(peek(state)) || isBreak(peek(state))) {
    if (isBlank(peek(state))) {
      if (fold.isAfterBreak) {
        onTab();
        skip(state);
      } else fold.spaces += take(state);
    } else if (fold.isAfterBreak) fold.breaks += takeBreak(state);
    else {
      fold.spaces = '';
      fold.lineBreak = takeBreak(state);
      fold.isAfterBreak = true;
    }
  }
}

function joinSpace(fold: Folding): void {
  if (!fold.isAfterBreak) fold.text += fold.spaces;
  else if (fold.lineBreak === '\n') fold.text += fold.breaks === '' ? ' ' : fold.breaks;
  else fold.text += fold.lineBreak + fold.breaks;
  fold.spaces = '';
  fold.lineBreak = '';
  fold.breaks = '';
  fold.isAfterBreak = false;
}

const nothing = (): Folding => ({ text: '', spaces: '', lineBreak: '', breaks: '', isAfterBreak: false });

/** A scalar between quotes. */
export function scanQuotedScalar(state: ScanState, quote: '"' | "'"): Token {
  const start = markOf(state);
  skip(state);
  const fold = nothing();
  for (;;) {
    if (isDocumentMark(state)) fail(state, 'found unexpected document indicator', start);
    if (isEnd(state)) fail(state, 'found unexpected end of stream', start);
    scanQuotedWord(state, quote, fold, start);
    if (peek(state) === quote) break;
    scanSpace(state, fold, () => undefined);
    joinSpace(fold);
  }
  skip(state);
  return { kind: 'scalar', start, end: markOf(state), text: fold.text, isPlain: false };
}

function scanQuotedWord(state: ScanState, quote: '"' | "'", fold: Folding, start: Mark): void {
  while (!isBlankz(peek(state))) {
    const character = peek(state);
    if (character === quote) {
      if (quote === '"' || peek(state, 1) !== "'") return;
      fold.text += "'";
      skip(state, 2);
    } else if (quote === '"' && character === '\\') {
      if (isBreak(peek(state, 1))) {
        skip(state);
        takeBreak(state);
        fold.isAfterBreak = true;
        return;
      }
      fold.text += scanEscape(state, start);
    } else fold.text += take(state);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function scanEscape(state: ScanState, start: Mark): string {
  const kind = peek(state, 1);
  const length = CODE_LENGTHS[kind];
  if (length === undefined) {
    const text = ESCAPES[kind];
    if (text === undefined) fail(state, 'found unknown escape character', start);
    skip(state, 2);
    return text;
  }
  skip(state, 2);
  const digits = state.text.slice(state.at, state.at + length);
  if (!/^[0-9A-Fa-f]+$/.test(digits) || digits.length < length)
    fail(state, 'did not find expected hexdecimal number', start);
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    fail(state, 'found invalid Unicode character escape code', start);
  skip(state, length);
  return String.fromCodePoint(code);
}

export function scanPlainScalar(state: ScanState): Token {
  const start = markOf(state);
  let end = start;
  const indent = state.indent + 1;
  const fold = nothing();
  for (;;) {
    if (isDocumentMark(state) || peek(state) === '#') break;
    while (!isBlankz(peek(state)) && !endsPlain(state)) {
      if (fold.isAfterBreak || fold.spaces !== '') joinSpace(fold);
      fold.text += take(state);
      end = markOf(state);
    }
    if (!isBlank(peek(state)) && !isBreak(peek(state))) break;
    scanSpace(state, fold, () => {
      if (state.column < indent && peek(state) === '\t')
        fail(state, 'found a tab character that violates indentation', start);
    });
    if (state.flowLevel === 0 && state.column < indent) break;
  }
  if (fold.isAfterBreak) state.isSimpleKeyAllowed = true;
  return { kind: 'scalar', start, end, text: fold.text, isPlain: true };
}

function endsPlain(state: ScanState): boolean {
  const character = peek(state);
  if (character === ':' && isBlankz(peek(state, 1))) return true;
  return state.flowLevel > 0 && ',?[]{}'.includes(character);
}
