import { MASK } from '../model/mask-text.ts';
import type { Span } from '../model/span.ts';

/** The text with what stands at the spans masked. Line ends and indentation stay, so that the text keeps its shape. */
export function maskSpans(
  text: string,
  spans: readonly (Pick<Span, 'start' | 'end'> & Partial<Span>)[],
): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    masked += text.slice(done, from) + text.slice(from, end).replaceAll(HIDDEN, keepIndentation);
    done = end;
  }
  return masked + text.slice(done);
}

/** One unit, or the indentation of a further line. */
const HIDDEN = /(?<=[\r\n])[ \t]+|[^\r\n]/g;

function keepIndentation(found: string, offset: number, text: string): string {
  const startsLine = offset > 0 && /[\r\n]/.test(text[offset - 1]!);
  return startsLine && /^[ \t]/.test(found) ? found : MASK;
}
