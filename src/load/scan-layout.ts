import { TextCursor } from './text-cursor.ts';

/**
 * Looks over a YAML text for layout on which go-yaml and js-yaml differ. Only texts that hold a tab or that js-yaml does not
 * read come here; it knows just enough YAML to tell keys, quotes, brackets, comments and block scalars apart.
 */
export interface LayoutScan {
  /**
   * The text with spaces for what go-yaml takes and js-yaml does not: line ends inside brackets and quotes (whatever the
   * indentation of the next line), tabs between tokens, apostrophes escaped in double quotes, and comments right behind a
   * quote or bracket. Every offset stays. Undefined when equal.
   */
  readonly softened: string | undefined;
  /** The quote or bracket that nothing closes. */
  readonly unclosed: number;
  /** The first tab that go-yaml refuses: in indentation, in a blank line, or behind a dash. */
  readonly tab: number;
}

export function scanLayout(text: string): LayoutScan {
  const scan = new Scan(text);
  scan.run();
  return { softened: scan.softened(), unclosed: scan.unclosed, tab: scan.tab };
}

const NOT_PLAIN = -2;
const [TAB, LF, CR, SPACE, QUOTE, HASH, APOSTROPHE, COMMA, DASH, COLON] = [
  9, 10, 13, 32, 34, 35, 39, 44, 45, 58,
];
const [QUESTION, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_MAP, BAR, CLOSE_MAP] = [
  63, 91, 92, 93, 123, 124, 125,
];

const FLOW_SIGNS = [QUOTE, APOSTROPHE, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP, COMMA, COLON];

class Scan {
  unclosed = -1;
  tab = -1;
  readonly #cursor: TextCursor;
  /** Start and end of each stretch to blank out. */
  readonly #blanks: number[] = [];
  #lineStart = 0;
  /** The column of the innermost key or dash in this line, -1 before there is one. */
  #column = -1;
  /** Where a plain scalar on the line above may go on: the column of the key or dash it belongs to. */
  #plainParent = NOT_PLAIN;
  /** An error that blanking would hide. */
  #isHopeless = false;

  constructor(text: string) {
    this.#cursor = new TextCursor(text);
  }

  run(): void {
    if (this.#cursor.code() === 0xfeff) this.#cursor.at++;
    while (this.#cursor.at < this.#cursor.text.length && this.unclosed === -1) this.#line();
  }

  softened(): string | undefined {
    if (this.#blanks.length === 0 || this.#isHopeless || this.unclosed !== -1) return undefined;
    const parts: string[] = [];
    let from = 0;
    for (let i = 0; i < this.#blanks.length; i += 2) {
      const start = this.#blanks[i]!;
      const end = this.#blanks[i + 1]!;
      parts.push(this.#cursor.text.slice(from, start), ' '.repeat(end - start));
      from = end;
    }
    parts.push(this.#cursor.text.slice(from));
    return parts.join('');
  }

  #line(): void {
    this.#lineStart = this.#cursor.at;
    while (this.#cursor.code() === SPACE) this.#cursor.at++;
    if (this.#cursor.code() === TAB) {
      const continues =
        this.#plainParent !== NOT_PLAIN && this.#cursor.at - this.#lineStart > this.#plainParent;
      if (!continues) this.#refuseTab();
      this.#cursor.skipSpace();
    }
    if (this.#cursor.atLineEnd()) {
      this.#cursor.endLine();
      return;
    }
    if (
      this.#cursor.code() !== HASH &&
      this.#cursor.at - this.#lineStart > this.#plainParent &&
      this.#plainParent !== NOT_PLAIN
    ) {
      this.#continuePlain();
      return;
    }
    this.#plainParent = NOT_PLAIN;
    this.#column = -1;
    if (this.#cursor.at === this.#lineStart && this.#cursor.startsDocument(this.#lineStart))
      this.#cursor.at += 3;
    this.#blockTokens();
  }

  #blockTokens(): void {
    const indent = this.#cursor.at - this.#lineStart;
    while (this.unclosed === -1) {
      while (this.#cursor.code() === SPACE) this.#cursor.at++;
      if (this.#cursor.code() === TAB) {
        this.#blankTab();
        continue;
      }
      const code = this.#cursor.code();
      if (this.#cursor.atLineEnd()) {
        this.#cursor.endLine();
        return;
      }
      if (code === HASH) {
        this.#comment();
        return;
      }
      if ((code === DASH || code === QUESTION) && this.#cursor.isBlank(this.#cursor.at + 1)) {
        this.#column = this.#cursor.at++ - this.#lineStart;
        if (this.#cursor.code() === TAB) this.#refuseTab();
      } else if (code === COLON && this.#cursor.isBlank(this.#cursor.at + 1)) this.#cursor.at++;
      else if (code === 38 || code === 33 || code === 42) this.#cursor.skipWord();
      else if (code === QUOTE || code === APOSTROPHE) this.#quotedToken(code);
      else if (code === OPEN_LIST || code === OPEN_MAP) this.#flow();
      else if (code === BAR || code === 62) {
        this.#blockScalar(this.#column === -1 ? indent - 1 : this.#column);
        return;
      } else if (!this.#plainIsKey(indent)) return;
    }
  }

  /** Whether the plain scalar ends before a colon; otherwise the line is over. */
  #plainIsKey(indent: number): boolean {
    const start = this.#cursor.at;
    for (; !this.#cursor.atLineEnd(); this.#cursor.at++) {
      const code = this.#cursor.code();
      if (code === COLON && this.#cursor.isBlank(this.#cursor.at + 1)) {
        this.#column = start - this.#lineStart;
        return true;
      }
      if (code === HASH && this.#cursor.isBlank(this.#cursor.at - 1)) {
        this.#comment();
        return false;
      }
    }
    this.#plainParent = this.#column === -1 ? indent - 1 : this.#column;
    this.#cursor.endLine();
    return false;
  }

  #continuePlain(): void {
    for (; !this.#cursor.atLineEnd(); this.#cursor.at++) {
      if (this.#cursor.code() === HASH && this.#cursor.isBlank(this.#cursor.at - 1)) {
        this.#comment();
        return;
      }
    }
    this.#cursor.endLine();
  }

  #quotedToken(quote: number): void {
    const start = this.#cursor.at;
    const blanks = this.#blanks.length;
    this.#quoted(quote);
    if (this.#cursor.code() !== COLON && this.#cursor.code() !== SPACE) return;
    this.#cursor.skipSpace();
    if (this.#cursor.code() !== COLON || !this.#cursor.isBlank(this.#cursor.at + 1)) return;
    // A key: unlike a value it may not span lines.
    for (let i = blanks; i < this.#blanks.length; i += 2)
      if (this.#cursor.breaks(this.#blanks[i]!)) this.#blanks.length = blanks;
    this.#column = start - this.#lineStart;
  }

  #quoted(quote: number): void {
    const start = this.#cursor.at++;
    for (; this.#cursor.at < this.#cursor.text.length; this.#cursor.at++) {
      const code = this.#cursor.code();
      if (code === BACKSLASH && quote === QUOTE && !this.#cursor.breaks(this.#cursor.at + 1)) {
        this.#cursor.at++;
        // `\'`, an escape for go-yaml alone, becomes an escaped space.
        if (this.#cursor.code() === APOSTROPHE) this.#blankOne();
      } else if (code === LF || code === CR) {
        this.#blankOne();
        if (this.#cursor.code() !== CR && this.#cursor.startsDocument(this.#cursor.at + 1)) break;
      } else if (code === quote) {
        this.#cursor.at++;
        if (quote !== APOSTROPHE || this.#cursor.code() !== APOSTROPHE) return;
      }
    }
    this.unclosed = start;
  }

  #flow(): void {
    const openers: number[] = [];
    // Text, a comment and text again are two scalars without a comma; blanking the comment would make them one.
    let lastIs: 'text' | 'comment behind text' | 'other' = 'other';
    while (this.#cursor.at < this.#cursor.text.length) {
      const code = this.#cursor.code();
      if (code === SPACE) this.#cursor.at++;
      else if (code === TAB) this.#blankTab();
      else if (code === LF || code === CR) {
        this.#blankOne();
        this.#cursor.at++;
        if (this.#cursor.startsDocument(this.#cursor.at)) break;
      } else if (code === HASH) {
        if (lastIs === 'text') lastIs = 'comment behind text';
        this.#blankComment();
      } else if (FLOW_SIGNS.includes(code)) {
        lastIs = 'other';
        if (this.#isFlowOver(code, openers)) return;
      } else {
        if (lastIs === 'comment behind text') this.#isHopeless = true;
        lastIs = 'text';
        this.#flowPlain();
      }
    }
    this.unclosed = openers[openers.length - 1] ?? -1;
  }

  /** Reads a quote, bracket, comma or colon; true after the last closing bracket or when something is not closed. */
  #isFlowOver(code: number, openers: number[]): boolean {
    if (code === QUOTE || code === APOSTROPHE) this.#quoted(code);
    else if (code === OPEN_LIST || code === OPEN_MAP) openers.push(this.#cursor.at++);
    else {
      this.#cursor.at++;
      if (code === COMMA || code === COLON) return false;
      const opener = openers.pop()!;
      // Brackets that cross: the inner one is not closed.
      if (this.#cursor.text.charCodeAt(opener) + 2 !== code) this.unclosed = opener;
    }
    return this.unclosed !== -1 || openers.length === 0;
  }

  #flowPlain(): void {
    for (this.#cursor.at++; !this.#cursor.atLineEnd(); this.#cursor.at++) {
      const code = this.#cursor.code();
      if (code === COMMA || code === OPEN_LIST || code === CLOSE_LIST) return;
      if (code === OPEN_MAP || code === CLOSE_MAP) return;
      if (code === COLON && this.#cursor.isBlank(this.#cursor.at + 1)) return;
      if (code === HASH && this.#cursor.isBlank(this.#cursor.at - 1)) return;
    }
  }

  /** The lines deeper than `parent`, the column of the key or dash before the indicator. */
  #blockScalar(parent: number): void {
    let indent = -1;
    for (; !this.#cursor.atLineEnd(); this.#cursor.at++) {
      const code = this.#cursor.code();
      if (code === HASH) {
        this.#blankComment();
        break;
      }
      if (code >= 49 && code <= 57) indent = Math.max(parent, 0) + code - 48;
    }
    this.#cursor.endLine();
    while (this.#cursor.at < this.#cursor.text.length) {
      const lineStart = this.#cursor.at;
      while (this.#cursor.code() === SPACE) this.#cursor.at++;
      const column = this.#cursor.at - lineStart;
      if (this.#cursor.code() === TAB && column > parent && (indent === -1 || column < indent))
        this.#refuseTab();
      if (!this.#cursor.atLineEnd()) {
        if (column <= parent || (parent < 0 && this.#cursor.startsDocument(lineStart))) {
          this.#cursor.at = lineStart;
          return;
        }
        if (indent === -1) indent = column;
        this.#cursor.skipToLineEnd();
      }
      this.#cursor.endLine();
    }
  }

  #comment(): void {
    const touches = this.#cursor.at > this.#lineStart && !this.#cursor.isBlank(this.#cursor.at - 1);
    if (touches) this.#blankComment();
    else this.#cursor.skipToLineEnd();
    this.#plainParent = NOT_PLAIN;
    this.#cursor.endLine();
  }

  #blankComment(): void {
    const start = this.#cursor.at;
    this.#cursor.skipToLineEnd();
    this.#blanks.push(start, this.#cursor.at);
  }

  #blankOne(): void {
    this.#blanks.push(this.#cursor.at, this.#cursor.at + 1);
  }

  /** A tab between tokens is fine for go-yaml, but makes js-yaml count the indentation wrong. */
  #blankTab(): void {
    this.#blanks.push(this.#cursor.at, ++this.#cursor.at);
  }

  #refuseTab(): void {
    if (this.tab === -1) this.tab = this.#cursor.at;
  }
}
