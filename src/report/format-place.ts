import type { LineIndex } from '../model/line-index.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { visibleLine } from './visible-text.ts';

/** `file:line:col`, as terminals and editors make links of. */
export function formatPlace(span: Span, lines: (source: Source) => LineIndex): string {
  const { line, column } = lines(span.source).positionAt(span.start);
  return `${visibleLine(span.source.shown)}:${line}:${column}`;
}
