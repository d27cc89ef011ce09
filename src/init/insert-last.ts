import { createScanner, type FormattingOptions, type Node } from 'jsonc-parser';

/** `SyntaxKind` of jsonc-parser, a const enum that single files cannot import. */
const COMMA = 5;
const COMMENTS: readonly number[] = [12, 13];
const SPACE = 15;

/**
 * Adds items at the end of a list or map that has some: on lines of their own where the last one stands on its own line, behind
 * the comments of that line. (jsonc-parser's `modify` would put them in front of such a comment.)
 */
export function insertLast(
  text: string,
  container: Node,
  items: readonly string[],
  { eol = '\n' }: FormattingOptions,
): string {
  const last = container.children?.at(-1);
  if (last === undefined) return text;
  const end = last.offset + last.length;
  const lineStart = text.lastIndexOf('\n', last.offset - 1) + 1;
  const indent = text.slice(lineStart, last.offset);
  if (indent.trim() !== '')
    return `${text.slice(0, end)}${items.map((item) => `, ${item}`).join('')}${text.slice(end)}`;
  const { comma, behind } = lineEnd(text, end);
  const joined = items.map((item) => item.replaceAll('\n', `${eol}${indent}`)).join(`,${eol}${indent}`);
  return [
    text.slice(0, end),
    comma ? '' : ',',
    text.slice(end, behind),
    `${eol}${indent}${joined}${comma ? ',' : ''}`,
    text.slice(behind),
  ].join('');
}

/** Whether a comma follows, and where the line of the value ends, comments included. */
function lineEnd(text: string, from: number): { comma: boolean; behind: number } {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  let comma = false;
  let behind = from;
  for (;;) {
    const kind: number = scanner.scan();
    if (kind === COMMA) comma = true;
    else if (kind !== SPACE && !COMMENTS.includes(kind)) return { comma, behind };
    if (kind !== SPACE) behind = scanner.getTokenOffset() + scanner.getTokenLength();
  }
}
