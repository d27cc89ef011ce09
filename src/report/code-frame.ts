import type { LineIndex } from '../model/line-index.ts';
import type { Span } from '../model/span.ts';

/** Longer lines are cut around the span, so that one minified line does not fill the terminal. */
const MAX_WIDTH = 120;

/**
 * The line of the span with the span underlined. A span over several lines is underlined to the end of its first one.
 * A `gutter` line on each side keeps frames apart from what surrounds them.
 */
export function codeFrame(lines: LineIndex, span: Span): string[] {
  // The empty span at the start stands for the file as a whole: there is nothing to underline.
  if (span.end === 0) return [];
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  const text = lines.lineAt(start.line);
  if (text.trim() === '') return [];
  const from = Math.min(start.column - 1, text.length);
  const to = Math.max(from + 1, end.line === start.line ? end.column - 1 : text.trimEnd().length);
  const cut = from > MAX_WIDTH - 20 ? from - 40 : 0;
  const shown = text.slice(cut, cut + MAX_WIDTH);
  const marker = '^'.repeat(Math.max(1, Math.min(to, cut + MAX_WIDTH) - from));
  const number = String(start.line);
  const gutter = ' '.repeat(number.length);
  const prefix = cut > 0 ? '…' : '';
  // Tabs stay tabs, so that the marker lines up whatever their width.
  const indent = shown.slice(0, from - cut).replaceAll(/[^\t]/g, ' ');
  return [
    `${gutter} |`,
    `${number} | ${prefix}${shown.trimEnd()}`,
    `${gutter} | ${' '.repeat(prefix.length)}${indent}${marker}`,
  ];
}
