/** A piece of flag text up to a stop character. */
export interface FlagWord {
  /** With escapes resolved. */
  readonly text: string;
  /** Offsets of the piece as written, the stop character not included. */
  readonly start: number;
  readonly end: number;
  /** The stop character, which is consumed; undefined at the end of the text. */
  readonly stop: string | undefined;
}

/** Go's `unicode.IsSpace`. */
const SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Reads flag text as the parsers of `pkg/strvals` do. Offsets are UTF-16 units, characters whole code points. */
export class FlagCursor {
  readonly text: string;
  offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  peek(): string {
    return this.text[this.offset] ?? '';
  }

  /** Consumes the character when it comes next. */
  skip(character: string): boolean {
    if (this.peek() !== character) return false;
    this.offset++;
    return true;
  }

  /** `runesUntil`, or `runesUntilLiteral` without escapes: a backslash takes away the meaning of the next character. */
  until(stops: string, escapes: boolean): FlagWord {
    const start = this.offset;
    let text = '';
    while (this.offset < this.text.length) {
      const character = String.fromCodePoint(this.text.codePointAt(this.offset)!);
      this.offset += character.length;
      if (stops.includes(character)) return { text, start, end: this.offset - 1, stop: character };
      if (character !== '\\' || !escapes) text += character;
      else if (!this.atEnd) {
        const escaped = String.fromCodePoint(this.text.codePointAt(this.offset)!);
        this.offset += escaped.length;
        text += escaped;
      }
    }
    return { text, start, end: this.offset, stop: undefined };
  }

  /** `emptyVal`: consumes blanks and then a comma or the end, which mean that there is no value. */
  skipEmptyValue(): boolean {
    for (; !this.atEnd; this.offset++) {
      if (this.skip(',')) return true;
      if (!SPACE.test(this.peek())) return false;
    }
    return true;
  }
}
