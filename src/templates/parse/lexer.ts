import { nameCharacter } from '../text/name-code.ts';
import { quoteText } from '../text/quote-text.ts';
import type { Keyword, Token, TokenKind } from './token.ts';

const KEYWORDS: ReadonlySet<string> = new Set<Keyword>([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
]);

const WORD = /[\p{L}\p{Nd}_]*/uy;
const QUOTED = /(?:\\[^\n]|[^\\"\n])*"/uy;
const CHARACTER = /(?:\\[^\n]|[^\\'\n])*'/uy;
const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
const TERMINATORS = ' \t\r\n.,|:)(';

/** For each ASCII character: whether words are written with it. */
const IN_WORDS = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_')
  IN_WORDS[character.charCodeAt(0)] = 1;

/** Reads a template token by token, as Go's text/template/parse/lex.go does, its messages included. */
export class Lexer {
  readonly #text: string;
  /** Goes on behind an error, for a reader that wants what can be understood. */
  readonly #tolerant: boolean;
  #pos = 0;
  #insideAction = false;
  #depth = 0;
  /** What comes next, before more of the text is read. */
  #waiting: Token | undefined;

  constructor(text: string, tolerant: boolean) {
    this.#text = text;
    this.#tolerant = tolerant;
  }

  /** The next token; after an error or at the end `EOF`. */
  next(): Token {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting ?? (this.#insideAction ? this.#action() : this.#plainText());
  }

  #token(kind: TokenKind, start: number): Token {
    return { kind, pos: start, text: this.#text.slice(start, this.#pos) };
  }

  #error(pos: number, text: string): Token {
    if (!this.#tolerant) {
      this.#pos = this.#text.length;
      this.#insideAction = false;
    } else if (this.#pos >= this.#text.length) this.#insideAction = false;
    return { kind: 'error', pos, text };
  }

  #match(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.test(this.#text) ? pattern.lastIndex : -1;
  }

  #spacesEnd(from: number): number {
    let at = from;
    while (isSpace(this.#text[at])) at += 1;
    return at;
  }

  #wordEnd(from: number): number {
    const text = this.#text;
    let at = from;
    let code = text.charCodeAt(at);
    while (code < 128 && IN_WORDS[code] === 1) code = text.charCodeAt(++at);
    return code < 128 ? at : this.#match(WORD, at);
  }

  #plainText(): Token {
    const text = this.#text;
    for (;;) {
      const start = this.#pos;
      const delimiter = text.indexOf('{{', start);
      if (delimiter < 0) {
        this.#pos = text.length;
        return this.#token(start < text.length ? 'text' : 'EOF', start);
      }
      const trims = text[delimiter + 2] === '-' && isSpace(text[delimiter + 3]);
      let end = delimiter;
      if (trims) while (end > start && isSpace(text[end - 1])) end -= 1;
      if (end > start) {
        this.#pos = delimiter;
        return { kind: 'text', pos: start, text: text.slice(start, end) };
      }
      const inner = delimiter + (trims ? 4 : 2);
      if (!text.startsWith('/*', inner)) {
        this.#pos = inner;
        this.#insideAction = true;
        this.#depth = 0;
        return { kind: '{{', pos: delimiter, text: '{{' };
      }
      const problem = this.#comment(inner);
      if (problem !== undefined) return problem;
    }
  }

  /** Skips the comment and its closing delimiter. */
  #comment(start: number): Token | undefined {
    const close = this.#text.indexOf('*/', start + 2);
    if (close < 0) {
      this.#pos = this.#text.length;
      return this.#error(start, 'unclosed comment');
    }
    this.#pos = close + 2;
    if (this.#atRightDelimiter() === 'no') return this.#error(start, 'comment ends before closing delimiter');
    this.#passRightDelimiter();
    return undefined;
  }

  #atRightDelimiter(): 'no' | 'plain' | 'trims' {
    const at = this.#pos;
    if (isSpace(this.#text[at]) && this.#text.startsWith('-}}', at + 1)) return 'trims';
    return this.#text.startsWith('}}', at) ? 'plain' : 'no';
  }

  #passRightDelimiter(): Token {
    const trims = this.#atRightDelimiter() === 'trims';
    const start = this.#pos + (trims ? 2 : 0);
    this.#pos = start + 2;
    if (trims) this.#pos = this.#spacesEnd(this.#pos);
    this.#insideAction = false;
    return { kind: '}}', pos: start, text: '}}' };
  }

  #action(): Token {
    const start = this.#pos;
    if (this.#atRightDelimiter() !== 'no') {
      if (this.#depth === 0) return this.#passRightDelimiter();
      this.#depth = 0;
      return this.#error(start, 'unclosed left paren');
    }
    if (start >= this.#text.length) return this.#error(start, 'unclosed action');
    const code = this.#text.charCodeAt(start);
    const character = code < 128 ? this.#text[start]! : String.fromCodePoint(this.#text.codePointAt(start)!);
    if (isSpace(character)) return this.#space(start);
    if (code >= 65 && code < 128 && IN_WORDS[code] === 1) return this.#identifier(start);
    this.#pos += character.length;
    switch (character) {
      case '=':
        return this.#token('=', start);
      case ':':
        this.#pos += 1;
        return this.#text[start + 1] === '=' ? this.#token(':=', start) : this.#error(start, 'expected :=');
      case '|':
        return this.#token('|', start);
      case '"':
        return this.#quoted('string', QUOTED, 'unterminated quoted string', start);
      case "'":
        return this.#quoted('character constant', CHARACTER, 'unterminated character constant', start);
      case '`':
        return this.#rawString(start);
      case '$':
        return this.#name('variable', start);
      case '.':
        return this.#pos >= this.#text.length || /[0-9]/.test(this.#text[this.#pos]!)
          ? this.#number(start)
          : this.#field(start);
      case '(':
        this.#depth += 1;
        return this.#token('(', start);
      case ')':
        this.#depth -= 1;
        if (this.#depth >= 0) return this.#token(')', start);
        this.#depth = 0;
        return this.#error(start, 'unexpected right paren');
      default:
        return this.#other(character, start);
    }
  }

  #other(character: string, start: number): Token {
    if (/[0-9+-]/.test(character)) return this.#number(start);
    if (/[\p{L}\p{Nd}_]/u.test(character)) return this.#identifier(start);
    if (/[!-~]/.test(character)) return this.#token('char', start);
    return this.#error(start, `unrecognized character in action: ${nameCharacter(character)}`);
  }

  /** A run of spaces; a space that belongs to ` -}}` is left. */
  #space(start: number): Token {
    this.#pos = this.#spacesEnd(start);
    if (!this.#text.startsWith('-}}', this.#pos)) return this.#token('space', start);
    this.#pos -= 1;
    return this.#pos === start ? this.#passRightDelimiter() : this.#token('space', start);
  }

  #quoted(kind: TokenKind, pattern: RegExp, problem: string, start: number): Token {
    const end = this.#match(pattern, this.#pos);
    if (end < 0) return this.#error(start, problem);
    this.#pos = end;
    return this.#token(kind, start);
  }

  #rawString(start: number): Token {
    const end = this.#text.indexOf('`', this.#pos);
    this.#pos = end < 0 ? this.#text.length : end + 1;
    return end < 0 ? this.#error(start, 'unterminated raw quoted string') : this.#token('raw string', start);
  }

  #field(start: number): Token {
    return this.#atTerminator() ? this.#token('.', start) : this.#name('field', start);
  }

  /** What follows `.` or `$`. */
  #name(kind: TokenKind, start: number): Token {
    this.#pos = this.#wordEnd(this.#pos);
    return this.#atTerminator() ? this.#token(kind, start) : this.#badCharacter(kind, start);
  }

  #badCharacter(kind: TokenKind, start: number): Token {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#pos)!);
    const name = this.#token(kind, start);
    const error = this.#error(start, `bad character ${nameCharacter(character)}`);
    // `.Values.foo-bar` reads something below `foo` or beside it.
    if (this.#tolerant) this.#waiting = error;
    return this.#tolerant ? name : error;
  }

  #identifier(start: number): Token {
    this.#pos = this.#wordEnd(start);
    if (!this.#atTerminator()) return this.#badCharacter('identifier', start);
    const word = this.#text.slice(start, this.#pos);
    if (KEYWORDS.has(word)) return this.#token(word as Keyword, start);
    return this.#token(word === 'true' || word === 'false' ? 'bool' : 'identifier', start);
  }

  #atTerminator(): boolean {
    const at = this.#pos;
    return (
      at >= this.#text.length || TERMINATORS.includes(this.#text[at]!) || this.#text.startsWith('}}', at)
    );
  }

  #number(start: number): Token {
    this.#pos = start;
    if (!this.#scanNumber()) return this.#badNumber(start);
    const sign = this.#text[this.#pos];
    if (sign !== '+' && sign !== '-') return this.#token('number', start);
    // A complex number: 1+2i.
    const whole = this.#scanNumber() && this.#text[this.#pos - 1] === 'i';
    return whole ? this.#token('complex', start) : this.#badNumber(start);
  }

  #badNumber(start: number): Token {
    return this.#error(start, `bad number syntax: ${quoteText(this.#text.slice(start, this.#pos))}`);
  }

  #scanNumber(): boolean {
    this.#pos = this.#match(NUMBER, this.#pos);
    const next = this.#text.codePointAt(this.#pos);
    if (next === undefined || !/[\p{L}\p{Nd}_]/u.test(String.fromCodePoint(next))) return true;
    this.#pos += next > 0xffff ? 2 : 1;
    return false;
  }
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}
