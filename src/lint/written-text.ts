import type { Span } from '../model/span.ts';
import type { ValuesDocument } from '../model/values-document.ts';

/** The text at the span as whoever wrote the values sees it: without the quoting of what they are embedded in. */
export function writtenText(document: ValuesDocument, { start, end }: Span): string {
  const piece = document.text.slice(start, end);
  return document.decode?.(piece) ?? piece;
}
