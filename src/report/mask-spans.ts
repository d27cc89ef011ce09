import type { Span } from '../model/span.ts';

/** Stands for one UTF-16 unit of a secret. */
export const MASK = '•';

/** The text with what stands at the spans masked. Line ends stay, so that what follows keeps its line. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    masked += text.slice(done, from) + text.slice(from, end).replaceAll(/[^\r\n]/g, MASK);
    done = end;
  }
  return masked + text.slice(done);
}
