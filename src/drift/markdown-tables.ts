/** A cell of a table, without the code marks around its text. */
export interface MarkdownCell {
  readonly text: string;
  /** Offsets of what is written, code marks and all. */
  readonly start: number;
  readonly end: number;
}

export interface MarkdownTable {
  readonly head: readonly MarkdownCell[];
  readonly rows: readonly (readonly MarkdownCell[])[];
}

/** The tables of a Markdown text (GitHub Flavored Markdown, "Tables"), outside of code blocks. Linear in the text. */
export function markdownTables(text: string): MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  let lines: MarkdownCell[][] = [];
  let fence: string | undefined;
  const finish = (): void => {
    const [head, delimiter, ...rows] = lines;
    if (head !== undefined && delimiter?.every((cell) => /^:?-+:?$/.test(cell.text)))
      tables.push({ head, rows });
    lines = [];
  };
  let start = 0;
  for (const line of text.split('\n')) {
    const [, mark] = /^\s{0,3}(```|~~~)/.exec(line) ?? [];
    if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    else if (fence === undefined && line.includes('|')) lines.push(cellsOf(line, start));
    else finish();
    start += line.length + 1;
  }
  finish();
  return tables;
}

function cellsOf(line: string, lineStart: number): MarkdownCell[] {
  const cells: MarkdownCell[] = [];
  let from = line.search(/\S/);
  if (line[from] === '|') from += 1;
  for (let at = from; at <= line.length; at++) {
    if (line[at] === '\\') at += 1;
    else if (at === line.length || line[at] === '|') {
      const written = line.slice(from, at);
      if (at < line.length || written.trim() !== '') cells.push(cell(written, lineStart + from));
      from = at + 1;
    }
  }
  return cells;
}

function cell(written: string, from: number): MarkdownCell {
  const trimmed = written.trim();
  const start = from + written.indexOf(trimmed);
  const [, , code] = /^(`+)(.*)\1$/.exec(trimmed) ?? [];
  const text = (code ?? trimmed)
    .trim()
    .replaceAll('\\|', '|')
    .replaceAll(/\\([_*.[\]])/g, '$1');
  return { text, start, end: start + trimmed.length };
}
