import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';

/** A finding with a fix that is to be applied. */
export interface Fixable extends Finding {
  readonly fix: Fix;
}

/** What decides about fixes. */
export interface FixChoice {
  /** Also those whose meaning somebody has to judge. */
  readonly unsafe: boolean;
  /** Whether the user lets the file be changed. */
  isEditable(source: Source): boolean;
}

/** The fixes that can be applied together: none touches what one before it touches. The others wait for the next pass. */
export function chooseFixes(findings: readonly Finding[], choice: FixChoice): Fixable[] {
  const taken = new Map<string, Span[]>();
  return findings.filter((finding): finding is Fixable => {
    const { fix } = finding;
    if (fix === undefined || fix.edits.length === 0 || !(choice.unsafe || fix.safe)) return false;
    if (!fix.edits.every(({ span }) => choice.isEditable(span.source))) return false;
    return take(taken, fix);
  });
}

/** Enters the spans of all edits, or none when one of them is taken. */
function take(taken: Map<string, Span[]>, { edits }: Fix): boolean {
  const entered: Span[] = [];
  for (const { span } of edits) {
    const spans = taken.get(span.source.id) ?? [];
    taken.set(span.source.id, spans);
    const at = firstNotBefore(spans, span);
    const isFree = !touch(spans[at - 1], span) && !touch(spans[at], span);
    if (!isFree) {
      for (const other of entered) {
        const list = taken.get(other.source.id)!;
        list.splice(list.indexOf(other), 1);
      }
      return false;
    }
    spans.splice(at, 0, span);
    entered.push(span);
  }
  return true;
}

/** The index of the first of the sorted, disjoint spans that does not start before this one. */
function firstNotBefore(spans: readonly Span[], { start }: Span): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two insertions at one place touch as well: their order would be a guess. */
function touch(a: Span | undefined, b: Span): boolean {
  return a !== undefined && (a.start === b.start || (a.start < b.end && b.start < a.end));
}
