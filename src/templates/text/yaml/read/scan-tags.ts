import {
  fail,
  isBlank,
  isBlankz,
  isWordCharacter,
  markOf,
  peek,
  type ScanState,
  skip,
  skipToLineEnd,
  type Token,
  take,
} from './scan-state.ts';
import type { Mark } from './yaml-problem.ts';

const URI = /^[0-9A-Za-z_;/?:@&=+$,.!~*'()[\]%-]$/;

function scanWord(state: ScanState): string {
  let word = '';
  while (isWordCharacter(peek(state))) word += take(state);
  return word;
}

/** `%YAML` and `%TAG`. */
export function scanDirective(state: ScanState): Token {
  const start = markOf(state);
  skip(state);
  const name = scanWord(state);
  if (name === '') fail(state, 'could not find expected directive name', start);
  if (!isBlankz(peek(state))) fail(state, 'found unexpected non-alphabetical character', start);
  if (name !== 'YAML' && name !== 'TAG') fail(state, 'found unknown directive name', start);
  const found = name === 'YAML' ? scanVersion(state, start) : scanTagDirective(state, start);
  const end = markOf(state);
  skipToLineEnd(state, start);
  return { ...found, start, end };
}

function scanVersion(state: ScanState, start: Mark): Pick<Token, 'kind' | 'text'> {
  while (isBlank(peek(state))) skip(state);
  const major = scanVersionNumber(state, start);
  if (peek(state) !== '.') fail(state, "did not find expected digit or '.' character", start);
  skip(state);
  return { kind: 'version directive', text: `${major}.${scanVersionNumber(state, start)}` };
}

function scanVersionNumber(state: ScanState, start: Mark): number {
  let digits = '';
  while (/[0-9]/.test(peek(state))) {
    if (digits.length === 2) fail(state, 'found extremely long version number', start);
    digits += take(state);
  }
  if (digits === '') fail(state, 'did not find expected version number', start);
  return Number(digits);
}

function scanTagDirective(state: ScanState, start: Mark): Pick<Token, 'kind' | 'text' | 'suffix'> {
  while (isBlank(peek(state))) skip(state);
  const text = scanTagHandle(state, true, start);
  if (!isBlank(peek(state))) fail(state, 'did not find expected whitespace', start);
  while (isBlank(peek(state))) skip(state);
  const suffix = scanTagUri(state, '', start);
  if (!isBlankz(peek(state))) fail(state, 'did not find expected whitespace or line break', start);
  return { kind: 'tag directive', text, suffix };
}

/** `&name` and `*name`. */
export function scanAnchor(state: ScanState, kind: 'anchor' | 'alias'): Token {
  const start = markOf(state);
  skip(state);
  const text = scanWord(state);
  const end = markOf(state);
  if (text === '' || !(isBlankz(peek(state)) || '?:,]}%@`'.includes(peek(state))))
    fail(state, 'did not find expected alphabetic or numeric character', start);
  return { kind, start, end, text };
}

/** `!name`, `!!name`, `!handle!name` and `!<name>`. */
export function scanTag(state: ScanState): Token {
  const start = markOf(state);
  let text = '';
  let suffix: string;
  if (peek(state, 1) === '<') {
    skip(state, 2);
    suffix = scanTagUri(state, '', start);
    if (peek(state) !== '>') fail(state, "did not find the expected '>'", start);
    skip(state);
  } else {
    const handle = scanTagHandle(state, false, start);
    if (handle.length > 1 && handle.endsWith('!')) {
      text = handle;
      suffix = scanTagUri(state, '', start);
    } else {
      suffix = scanTagUri(state, handle, start);
      text = '!';
      if (suffix === '') [text, suffix] = ['', handle];
    }
  }
  if (!isBlankz(peek(state))) fail(state, 'did not find expected whitespace or line break', start);
  return { kind: 'tag', start, end: markOf(state), text, suffix };
}

function scanTagHandle(state: ScanState, isDirective: boolean, start: Mark): string {
  if (peek(state) !== '!') fail(state, "did not find expected '!'", start);
  let handle = take(state) + scanWord(state);
  if (peek(state) === '!') handle += take(state);
  else if (isDirective && handle !== '!') fail(state, "did not find expected '!'", start);
  return handle;
}

/** `head` is what was taken for a handle. */
function scanTagUri(state: ScanState, head: string, start: Mark): string {
  let uri = head.slice(1);
  let isFound = head !== '';
  while (URI.test(peek(state))) {
    uri += peek(state) === '%' ? scanUriEscape(state, start) : take(state);
    isFound = true;
  }
  if (!isFound) fail(state, 'did not find expected tag URI', start);
  return uri;
}

/** One character, each of its bytes as `%E2`. */
function scanUriEscape(state: ScanState, start: Mark): string {
  const bytes: number[] = [];
  let width = 1;
  while (bytes.length < width) {
    const digits = state.text.slice(state.at, state.at + 3);
    if (!/^%[0-9A-Fa-f]{2}$/.test(digits)) fail(state, 'did not find URI escaped octet', start);
    const byte = Number.parseInt(digits.slice(1), 16);
    if (bytes.length === 0)
      width = byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf8 ? 4 : 0;
    if (width === 0) fail(state, 'found an incorrect leading UTF-8 octet', start);
    if (bytes.length > 0 && (byte & 0xc0) !== 0x80)
      fail(state, 'found an incorrect trailing UTF-8 octet', start);
    bytes.push(byte);
    skip(state, 3);
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
