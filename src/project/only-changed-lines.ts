import type { Finding } from '../model/finding.ts';
import { LineIndex } from '../model/line-index.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import type { ChangedLines } from './changed-lines.ts';

/**
 * The result with the findings that changed lines have a part in: those that stand there, and those that name a place there.
 * `changedIn` is asked once for each file (absolute) and its text; undefined stands for a file that is new as a whole.
 */
export function onlyChangedLines(
  result: LintResult,
  changedIn: (file: string, text: string) => ChangedLines | undefined,
): LintResult {
  const known = new Map<string, (span: Span) => boolean>();
  const isTouched = (span: Span): boolean => {
    const { source } = span;
    if (source.kind !== 'file') return false;
    const ask = known.get(source.id) ?? touches(result.sources.get(source.id) ?? '', source.id, changedIn);
    known.set(source.id, ask);
    return ask(span);
  };
  const isCaused = ({ span, related, also = [] }: Finding): boolean =>
    [span, ...also, ...related.map((other) => other.span)].some(isTouched);
  const findings = result.findings.filter(isCaused);
  return { ...result, findings, elsewhere: result.findings.length - findings.length };
}

function touches(
  text: string,
  file: string,
  changedIn: (file: string, text: string) => ChangedLines | undefined,
): (span: Span) => boolean {
  const changed = changedIn(file, text);
  if (changed === undefined) return () => true;
  const index = new LineIndex(text);
  return ({ start, end }) => {
    // The empty span at the start stands for the file as a whole.
    if (end === 0) return changed.whole;
    const last = index.positionAt(end).line;
    for (let { line } = index.positionAt(start); line <= last; line++)
      if (changed.lines.has(line)) return true;
    return false;
  };
}
