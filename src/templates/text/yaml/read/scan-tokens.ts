import { scanBlockScalar, scanPlainScalar, scanQuotedScalar } from './scan-scalars.ts';
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
  type SimpleKey,
  skip,
  type Token,
  takeBreak,
} from './scan-state.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-tags.ts';
import type { Mark } from './yaml-problem.ts';

/** How far behind the beginning of a key its colon may be, in characters. */
const LONGEST_KEY = 1024;
const DEEPEST = 10_000;
const FLOW_SIGNS: Readonly<Record<string, Token['kind']>> = {
  '[': 'flow sequence start',
  '{': 'flow mapping start',
  ']': 'flow sequence end',
  '}': 'flow mapping end',
};

/** The next token, without taking it. Throws YamlProblem where go-yaml's scanner fails. */
export function peekToken(state: ScanState): Token {
  while (state.tokens.length === 0 || mayBecomeKey(state)) fetchToken(state);
  return state.tokens[0] as Token;
}

export function takeToken(state: ScanState): Token {
  const token = peekToken(state);
  state.tokens.shift();
  state.taken++;
  return token;
}

/** Whether what comes next may still turn out to be a key, which would put tokens before it. */
function mayBecomeKey(state: ScanState): boolean {
  const place = state.keyPlaces.get(state.taken);
  return place !== undefined && isStillPossible(state, state.simpleKeys[place] as SimpleKey);
}

function isStillPossible(state: ScanState, key: SimpleKey): boolean {
  if (!key.isPossible) return false;
  if (key.mark.line >= state.line && key.mark.index + LONGEST_KEY >= state.index) return true;
  if (key.isRequired) fail(state, "could not find expected ':'", key.mark);
  key.isPossible = false;
  return false;
}

function fetchToken(state: ScanState): void {
  skipToToken(state);
  unrollIndent(state, state.column);
  const character = peek(state);
  if (isEnd(state)) fetchStreamEnd(state);
  else if (state.column === 0 && character === '%') {
    resetLine(state);
    state.tokens.push(scanDirective(state));
  } else if (isDocumentMark(state)) {
    resetLine(state);
    pushSign(state, character === '-' ? 'document start' : 'document end', 3);
  } else if (character in FLOW_SIGNS) fetchFlowSign(state, character);
  else if (character === ',') {
    removeKey(state);
    state.isSimpleKeyAllowed = true;
    pushSign(state, 'flow entry');
  } else if (character === '-' && isBlankz(peek(state, 1))) fetchBlockEntry(state);
  else if (character === '?' && (state.flowLevel > 0 || isBlankz(peek(state, 1)))) fetchKey(state);
  else if (character === ':' && (state.flowLevel > 0 || isBlankz(peek(state, 1)))) fetchValue(state);
  else fetchScalar(state, character);
}

function fetchScalar(state: ScanState, character: string): void {
  if ((character === '|' || character === '>') && state.flowLevel === 0) {
    removeKey(state);
    state.isSimpleKeyAllowed = true;
    state.tokens.push(scanBlockScalar(state, character === '|'));
    return;
  }
  const isPlain = startsPlain(state, character);
  if (!isPlain && !'*&!\'"'.includes(character)) fail(state, 'found character that cannot start any token');
  saveKey(state);
  state.isSimpleKeyAllowed = false;
  if (isPlain) state.tokens.push(scanPlainScalar(state));
  else if (character === '!') state.tokens.push(scanTag(state));
  else if (character === '*') state.tokens.push(scanAnchor(state, 'alias'));
  else if (character === '&') state.tokens.push(scanAnchor(state, 'anchor'));
  else state.tokens.push(scanQuotedScalar(state, character as '"' | "'"));
}

function startsPlain(state: ScanState, character: string): boolean {
  if (character === '-') return !isBlank(peek(state, 1));
  if (character === '?' || character === ':') return state.flowLevel === 0 && !isBlankz(peek(state, 1));
  return !isBlankz(character) && !',[]{}#&*!|>\'"%@`'.includes(character);
}

function skipToToken(state: ScanState): void {
  for (;;) {
    if (state.column === 0 && peek(state) === '\ufeff' && state.at === 0) skip(state);
    while (
      peek(state) === ' ' ||
      (peek(state) === '\t' && (state.flowLevel > 0 || !state.isSimpleKeyAllowed))
    )
      skip(state);
    if (peek(state) === '#') while (!isEnd(state) && !isBreak(peek(state))) skip(state);
    if (!isBreak(peek(state))) return;
    takeBreak(state);
    if (state.flowLevel === 0) state.isSimpleKeyAllowed = true;
  }
}

function pushSign(state: ScanState, kind: Token['kind'], length = 1): void {
  const start = markOf(state);
  skip(state, length);
  state.tokens.push({ kind, start, end: markOf(state) });
}

/** Nothing is open at the beginning of a document. */
function resetLine(state: ScanState): void {
  unrollIndent(state, -1);
  removeKey(state);
  state.isSimpleKeyAllowed = false;
}

function fetchStreamEnd(state: ScanState): void {
  if (state.column !== 0) {
    state.column = 0;
    state.line++;
  }
  resetLine(state);
  const mark = markOf(state);
  state.tokens.push({ kind: 'stream end', start: mark, end: mark });
}

function fetchFlowSign(state: ScanState, character: string): void {
  const isStart = character === '[' || character === '{';
  if (isStart) {
    saveKey(state);
    const token = state.taken + state.tokens.length;
    state.simpleKeys.push({ isPossible: false, isRequired: false, token, mark: markOf(state) });
    state.flowLevel++;
    if (state.flowLevel > DEEPEST) fail(state, `exceeded max depth of ${DEEPEST}`);
  } else {
    removeKey(state);
    if (state.flowLevel > 0) {
      state.flowLevel--;
      // This forgets the bracket that opened, too, as go-yaml does: both have the number of the same token.
      state.keyPlaces.delete((state.simpleKeys.pop() as SimpleKey).token);
    }
  }
  state.isSimpleKeyAllowed = isStart;
  pushSign(state, FLOW_SIGNS[character] as Token['kind']);
}

function fetchBlockEntry(state: ScanState): void {
  if (state.flowLevel === 0) {
    if (!state.isSimpleKeyAllowed) fail(state, 'block sequence entries are not allowed in this context');
    rollIndent(state, 'sequence start', markOf(state));
  }
  removeKey(state);
  state.isSimpleKeyAllowed = true;
  pushSign(state, 'block entry');
}

function fetchKey(state: ScanState): void {
  if (state.flowLevel === 0) {
    if (!state.isSimpleKeyAllowed) fail(state, 'mapping keys are not allowed in this context');
    rollIndent(state, 'mapping start', markOf(state));
  }
  removeKey(state);
  state.isSimpleKeyAllowed = state.flowLevel === 0;
  pushSign(state, 'key');
}

function fetchValue(state: ScanState): void {
  const key = state.simpleKeys.at(-1) as SimpleKey;
  if (isStillPossible(state, key)) {
    const place = key.token - state.taken;
    state.tokens.splice(place, 0, { kind: 'key', start: key.mark, end: key.mark });
    rollIndent(state, 'mapping start', key.mark, place);
    key.isPossible = false;
    state.keyPlaces.delete(key.token);
    state.isSimpleKeyAllowed = false;
  } else {
    if (state.flowLevel === 0) {
      if (!state.isSimpleKeyAllowed) fail(state, 'mapping values are not allowed in this context');
      rollIndent(state, 'mapping start', markOf(state));
    }
    state.isSimpleKeyAllowed = state.flowLevel === 0;
  }
  pushSign(state, 'value');
}

function saveKey(state: ScanState): void {
  if (!state.isSimpleKeyAllowed) return;
  removeKey(state);
  const place = state.simpleKeys.length - 1;
  const token = state.taken + state.tokens.length;
  const isRequired = state.flowLevel === 0 && state.indent === state.column;
  state.simpleKeys[place] = { isPossible: true, isRequired, token, mark: markOf(state) };
  state.keyPlaces.set(token, place);
}

function removeKey(state: ScanState): void {
  const key = state.simpleKeys.at(-1) as SimpleKey;
  if (!key.isPossible) return;
  if (key.isRequired) fail(state, "could not find expected ':'", key.mark);
  key.isPossible = false;
  state.keyPlaces.delete(key.token);
}

/** A block that begins deeper than the one around it. `place` is where its token goes when it is not the last. */
function rollIndent(state: ScanState, kind: Token['kind'], mark: Mark, place = state.tokens.length): void {
  if (state.flowLevel > 0 || state.indent >= mark.column) return;
  state.indents.push(state.indent);
  state.indent = mark.column;
  if (state.indents.length > DEEPEST) fail(state, `exceeded max depth of ${DEEPEST}`);
  state.tokens.splice(place, 0, { kind, start: mark, end: mark });
}

function unrollIndent(state: ScanState, column: number): void {
  if (state.flowLevel > 0) return;
  for (; state.indent > column; state.indent = state.indents.pop() as number) {
    const mark = markOf(state);
    state.tokens.push({ kind: 'block end', start: mark, end: mark });
  }
}
