import type { EntryLog } from './entry-log.ts';
import { giveUp } from './give-up.ts';

const [LF, CR, SPACE, HASH, DASH, DOT] = [10, 13, 32, 35, 45, 46];
/** Deeper than anybody writes, and far from the end of the stack. */
const DEEPEST = 100;

/** A place in a text of simple YAML that moves forward, with what was read last. */
export class Scan {
  readonly text: string;
  readonly entries: EntryLog;
  /** Start and end of each comment in turn, when somebody asks for them. */
  readonly comments: number[] | undefined;
  /** Whether the last line counts as ended where the text does not end in a line end. */
  readonly endsLastLine: boolean;
  at = 0;
  lineStart = 0;
  /** The column where the content of the line starts; -1 at the end of the text. Set by `toContent` and `endLine`. */
  indent = -1;
  /** Where the value read last starts and ends. */
  start = 0;
  end = 0;
  /** Containers around what is being read. */
  #depth = 0;

  constructor(text: string, entries: EntryLog, comments: number[] | undefined, endsLastLine: boolean) {
    this.text = text;
    this.endsLastLine = endsLastLine;
    this.entries = entries;
    this.comments = comments;
  }

  /** The UTF-16 unit at the place; a line feed at the end of the text. */
  code(at = this.at): number {
    return at < this.text.length ? this.text.charCodeAt(at) : LF;
  }

  /** Whether what stands before ends there: white space, a line end or the end of the text. */
  isBlank(at: number): boolean {
    const code = this.code(at);
    return code === SPACE || code === LF || code === CR;
  }

  isLineEnd(at: number): boolean {
    const code = this.code(at);
    return code === LF || code === CR;
  }

  /** Whether a list item starts at the place. */
  atDash(): boolean {
    return this.code() === DASH && this.isBlank(this.at + 1);
  }

  /** Whether nothing but perhaps a comment is left of the line, spaces aside. */
  atLineEnd(): boolean {
    return this.code() === HASH || this.isLineEnd(this.at);
  }

  openContainer(): void {
    if (++this.#depth > DEEPEST) giveUp();
  }

  closeContainer(): void {
    this.#depth--;
  }

  skipSpaces(): void {
    let at = this.at;
    while (this.text.charCodeAt(at) === SPACE) at++;
    this.at = at;
  }

  /** Over the rest of a line that holds nothing but a comment, to the content of the next line that has some. */
  endLine(): void {
    this.leaveLine();
    this.toContent();
  }

  /** Over the rest of a line that holds nothing but a comment, to the start of the next. */
  leaveLine(): void {
    const before = this.at;
    this.skipSpaces();
    const code = this.code();
    if (code === HASH && this.at > before) this.skipComment();
    else if (code !== LF && code !== CR) giveUp();
    this.#nextLine();
  }

  /** From the start of the text to its first content, over a `---` that stands before it. */
  toFirstContent(): void {
    this.#skipEmptyLines();
    const isMarker = this.indent === 0 && this.text.startsWith('---', this.at) && this.isBlank(this.at + 3);
    if (!isMarker) this.#refuseMarker();
    else {
      this.at += 3;
      this.endLine();
    }
  }

  /** From the start of a line to the first content there or below. */
  toContent(): void {
    this.#skipEmptyLines();
    this.#refuseMarker();
  }

  skipComment(): void {
    const from = this.at;
    const end = this.text.indexOf('\n', from);
    this.at = end === -1 ? this.text.length : end;
    this.comments?.push(from, this.at);
  }

  #skipEmptyLines(): void {
    for (;;) {
      this.skipSpaces();
      if (this.at >= this.text.length) {
        this.indent = -1;
        return;
      }
      const code = this.text.charCodeAt(this.at);
      if (code === HASH) this.skipComment();
      else if (code !== LF && code !== CR) break;
      this.#nextLine();
    }
    this.indent = this.at - this.lineStart;
  }

  /** Every carriage return stands before a line feed: other texts are not simple. */
  #nextLine(): void {
    if (this.text.charCodeAt(this.at) === CR) this.at++;
    if (this.at < this.text.length) this.at++;
    this.lineStart = this.at;
  }

  /** Where documents end, or go-yaml thinks so. */
  #refuseMarker(): void {
    if (this.indent !== 0) return;
    const code = this.text.charCodeAt(this.at);
    if (code !== DASH && code !== DOT) return;
    if (this.text.startsWith('---', this.at) || this.text.startsWith('...', this.at)) giveUp();
  }
}
