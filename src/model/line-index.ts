/** 1-based line and column; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns. `\n`, `\r\n` and a lone `\r` end a line, as in YAML. */
export class LineIndex {
  readonly text: string;
  readonly #starts: Int32Array;

  constructor(text: string) {
    this.text = text;
    const next = text.includes('\r') ? afterAnyBreak : afterLineFeed;
    let count = 0;
    for (let at = 0; at !== -1; at = next(text, at)) count++;
    this.#starts = new Int32Array(count);
    for (let i = 0, at = 0; at !== -1; at = next(text, at)) this.#starts[i++] = at;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** A byte order mark at the start of the file takes no column. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const bom = low === 0 && this.text.charCodeAt(0) === 0xfeff && offset > 0 ? 1 : 0;
    return { line: low + 1, column: offset - this.#starts[low]! - bom + 1 };
  }

  /** The offset of a position that `positionAt` gave; the end of the text when there is no such line. */
  offsetAt({ line, column }: Position): number {
    const start = this.#starts[line - 1] ?? this.text.length;
    const bom = line === 1 && column > 1 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return start + column - 1 + bom;
  }

  /** The text of a line (1-based) without its line end and without a byte order mark. */
  lineAt(line: number): string {
    const start = this.#starts[line - 1] ?? this.text.length;
    const end = this.#starts[line] ?? this.text.length;
    return this.text
      .slice(start, end)
      .replace(/^\uFEFF/, '')
      .replace(/\r?\n$|\r$/, '');
  }
}

/** The start of the line after the one at the offset, or -1. */
function afterLineFeed(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? -1 : found + 1;
}

function afterAnyBreak(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i + 1;
  }
  return -1;
}
