import type { TextEdit } from '../model/fix.ts';

/** The text after the edits, which do not overlap. Every character outside their spans stays. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from) throw new Error('the edits overlap');
    parts.push(text.slice(from, span.start), replacement);
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
