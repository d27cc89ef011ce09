import { type Mark, scannerProblem } from './yaml-problem.ts';

/** A token of YAML; `kind` is libyaml's name for it. */
export interface Token {
  readonly kind:
    | 'stream end'
    | 'version directive'
    | 'tag directive'
    | 'document start'
    | 'document end'
    | 'sequence start'
    | 'mapping start'
    | 'block end'
    | 'flow sequence start'
    | 'flow sequence end'
    | 'flow mapping start'
    | 'flow mapping end'
    | 'block entry'
    | 'flow entry'
    | 'key'
    | 'value'
    | 'alias'
    | 'anchor'
    | 'tag'
    | 'scalar';
  readonly start: Mark;
  readonly end: Mark;
  /** Of scalars, anchors and aliases; the handle of a tag. */
  readonly text?: string;
  /** Of tags, and the prefix of a directive. */
  readonly suffix?: string;
  readonly isPlain?: boolean;
}

/** Where a key without `?` may have begun. */
export interface SimpleKey {
  isPossible: boolean;
  readonly isRequired: boolean;
  readonly token: number;
  readonly mark: Mark;
}

export interface ScanState {
  /** With zeros at the end, so that looking ahead needs no care. */
  readonly text: string;
  at: number;
  line: number;
  column: number;
  index: number;
  flowLevel: number;
  indent: number;
  readonly indents: number[];
  isSimpleKeyAllowed: boolean;
  readonly simpleKeys: SimpleKey[];
  /** Which of `simpleKeys` begins with the token of a number. */
  readonly keyPlaces: Map<number, number>;
  readonly tokens: Token[];
  /** How many tokens were taken from the front of `tokens`. */
  taken: number;
}

/** A place to begin. A byte order mark at the start belongs to no line. */
export function scanState(text: string): ScanState {
  const state: ScanState = {
    text: `${text.replace(/^\ufeff/, '')}\0\0\0\0`,
    at: 0,
    line: 0,
    column: 0,
    index: 0,
    flowLevel: 0,
    indent: -1,
    indents: [],
    isSimpleKeyAllowed: true,
    simpleKeys: [],
    keyPlaces: new Map(),
    tokens: [],
    taken: 0,
  };
  state.simpleKeys.push({ isPossible: false, isRequired: false, token: 0, mark: markOf(state) });
  return state;
}

export function markOf({ line, column, index }: ScanState): Mark {
  return { line, column, index };
}

export function fail(state: ScanState, problem: string, context: Mark = markOf(state)): never {
  throw scannerProblem(problem, markOf(state), context);
}

/** The character that is `ahead` code units further on; NUL is the end. */
export function peek(state: ScanState, ahead = 0): string {
  return state.text.charAt(state.at + ahead);
}

export function isEnd(state: ScanState): boolean {
  return peek(state) === '\0';
}

export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

const BREAKS = '\r\n\x85\u2028\u2029';

export function isBreak(character: string): boolean {
  return character !== '' && BREAKS.includes(character);
}

/** A blank, a line break, or the end. */
export function isBlankz(character: string): boolean {
  return character === '' || character === '\0' || isBlank(character) || isBreak(character);
}

export function isWordCharacter(character: string): boolean {
  return /^[0-9A-Za-z_-]$/.test(character);
}

export function skip(state: ScanState, count = 1): void {
  for (let i = 0; i < count; i++) {
    state.at += (state.text.codePointAt(state.at) as number) > 0xffff ? 2 : 1;
    state.index++;
    state.column++;
  }
}

/** Goes past one character that is no line break, and gives it. */
export function take(state: ScanState): string {
  const from = state.at;
  skip(state);
  return state.text.slice(from, state.at);
}

/** Goes past a line break, and gives what it means: a newline, but for U+2028 and U+2029. */
export function takeBreak(state: ScanState): string {
  const found = peek(state);
  if (!isBreak(found)) return '';
  const isPair = found === '\r' && peek(state, 1) === '\n';
  state.at += isPair ? 2 : 1;
  state.index += isPair ? 2 : 1;
  state.column = 0;
  state.line++;
  return found === '\u2028' || found === '\u2029' ? found : '\n';
}

/** `---` or `...` at the beginning of a line. */
export function isDocumentMark(state: ScanState): boolean {
  if (state.column !== 0) return false;
  const mark = state.text.slice(state.at, state.at + 3);
  return (mark === '---' || mark === '...') && isBlankz(peek(state, 3));
}

/** Blanks, and a comment up to the end of the line. */
export function skipToLineEnd(state: ScanState, context: Mark): void {
  while (isBlank(peek(state))) skip(state);
  if (peek(state) === '#') while (!isEnd(state) && !isBreak(peek(state))) skip(state);
  if (!isEnd(state) && !isBreak(peek(state)))
    fail(state, 'did not find expected comment or line break', context);
  takeBreak(state);
}
