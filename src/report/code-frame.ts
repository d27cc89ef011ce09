import type { LineIndex } from '../model/line-index.ts';
import type { Span } from '../model/span.ts';
import { markedLine } from './marked-line.ts';

/**
 * The line of the span with the span underlined; nothing when the line is blank. A `gutter` line on top keeps the frame apart
 * from what stands above it.
 */
export function codeFrame(lines: LineIndex, span: Span): string[] {
  const line = markedLine(lines, span);
  if (line === undefined) return [];
  const number = String(line.number);
  const gutter = ' '.repeat(number.length);
  const prefix = line.cutBefore ? '…' : '';
  const suffix = line.cutAfter ? '…' : '';
  // Tabs stay tabs, so that the marker lines up whatever their width.
  const indent = `${prefix}${line.before}`.replaceAll(/[^\t]/g, ' ');
  return [
    `${gutter} |`,
    `${number} | ${prefix}${line.before}${line.marked}${line.after}${suffix}`.trimEnd(),
    `${gutter} | ${indent}${'^'.repeat(Math.max(1, line.marked.length))}`,
  ];
}
