import type { LineIndex } from '../model/line-index.ts';
import type { Span } from '../model/span.ts';
import { visibleLine } from './visible-text.ts';

/** `file:line:col`, as terminals and editors make links of. */
export function formatPlace(span: Span, lines: (file: string) => LineIndex): string {
  const { line, column } = lines(span.file).positionAt(span.start);
  return `${visibleLine(span.file)}:${line}:${column}`;
}
