import { MASK } from '../model/mask-text.ts';
import type { Span } from '../model/span.ts';

/** How many secrets at the place of one finding are looked for in its message, and how far before it they may begin. */
const MOST = 20;
const BEFORE = 200;

/**
 * Masks, in the message of a finding, the secrets at its place that it quotes: `"*hunter2" repeats …`. Only quoted ones: a
 * secret may be a word such as `default`.
 */
export function quotedSecrets(
  sources: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, readonly Span[]>,
): (message: string, place: Span) => string {
  const sorted = new Map<string, readonly Span[]>();
  for (const [id, spans] of secrets)
    sorted.set(
      id,
      [...spans].sort((a, b) => a.start - b.start),
    );
  return (message, { source, start, end }) => {
    const spans = sorted.get(source.id);
    const text = sources.get(source.id);
    if (spans === undefined || text === undefined) return message;
    let masked = message;
    const first = firstFrom(spans, start - BEFORE);
    for (let i = first; i < spans.length && i < first + MOST && spans[i]!.start <= end; i++) {
      const secret = text.slice(spans[i]!.start, spans[i]!.end).replace(/^[*&!"']+|["']+$/g, '');
      if (secret.length < 2) continue;
      for (const mark of ['"', "'", '*', '&', '`'])
        masked = masked.replaceAll(mark + secret, mark + MASK.repeat(secret.length));
    }
    return masked;
  };
}

function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
