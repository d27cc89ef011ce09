/** One document of a rendered file. */
export interface Document {
  readonly content: string;
  /** Offset in the rendered text. */
  readonly start: number;
}

/** Go's `unicode.IsSpace`. */
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING = new RegExp(`^${SPACE}+`);
const BLANK = new RegExp(`^${SPACE}*$`);
const IS_SPACE = new RegExp(SPACE);

/**
 * The documents of a rendered file. A line that starts with `---` separates, whatever follows it (`SplitManifests` in
 * `pkg/release/v1/util/manifest.go`).
 */
export function splitManifests(text: string, helm: 3 | 4): Document[] {
  return helm === 4 ? splitBy(/^---[ \t]*/gm, text) : splitTrimmed(text);
}

/** Go's `strings.TrimSpace(text) == ""`. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Go's `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  return text.slice(LEADING.exec(text)?.[0].length ?? 0, trimmedEnd(text));
}

function splitBy(separator: RegExp, text: string): Document[] {
  const documents: Document[] = [];
  const add = (from: number, to: number): void => {
    const content = text.slice(from, to);
    if (BLANK.test(content)) return;
    const skipped = LEADING.exec(content)?.[0].length ?? 0;
    documents.push({ content: content.slice(skipped), start: from + skipped });
  };
  let start = 0;
  for (const { index, 0: found } of text.matchAll(separator)) {
    add(start, index);
    start = index + found.length;
  }
  add(start, text.length);
  return documents;
}

/** Helm 3: the white space around the dashes belongs to them, so a second line of dashes right behind is content. */
function splitTrimmed(text: string): Document[] {
  const documents: Document[] = [];
  const offset = LEADING.exec(text)?.[0].length ?? 0;
  const whole = text.slice(offset, trimmedEnd(text));
  const add = (from: number, to: number): void => {
    if (from === to) return;
    const content = whole.slice(from, to);
    const skipped = LEADING.exec(content)?.[0].length ?? 0;
    documents.push({ content: trimSpace(content), start: offset + from + skipped });
  };
  let start = 0;
  for (const { index, 0: found } of whole.matchAll(/(?:^|\n)---[\t\n\f\r ]*/g)) {
    let end = index;
    while (end > start && /[\t\n\f\r ]/.test(whole[end - 1]!)) end -= 1;
    add(start, end);
    start = index + found.length;
  }
  add(start, whole.length);
  return documents;
}

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && IS_SPACE.test(text[end - 1]!)) end -= 1;
  return end;
}
