const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];

/** A place in a text that moves forward, with the questions one asks of YAML there. */
export class TextCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The UTF-16 unit at the place, NaN at the end. */
  code(): number {
    return this.text.charCodeAt(this.at);
  }

  atLineEnd(): boolean {
    return this.at >= this.text.length || this.breaks(this.at);
  }

  breaks(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === LF || code === CR;
  }

  /** White space, a line end or the end of the text. */
  isBlank(at: number): boolean {
    if (at >= this.text.length) return true;
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === TAB || code === LF || code === CR;
  }

  /** Whether a line that starts there is a document marker. */
  startsDocument(at: number): boolean {
    return (this.text.startsWith('---', at) || this.text.startsWith('...', at)) && this.isBlank(at + 3);
  }

  skipSpace(): void {
    while (this.code() === SPACE || this.code() === TAB) this.at++;
  }

  skipWord(): void {
    while (!this.isBlank(this.at)) this.at++;
  }

  skipToLineEnd(): void {
    while (!this.atLineEnd()) this.at++;
  }

  /** Over one line end, `\r\n` included. */
  endLine(): void {
    if (this.code() === CR) this.at++;
    if (this.code() === LF) this.at++;
  }
}
