import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { Source } from '../model/source.ts';
import { formatPlace } from './format-place.ts';

/** What a finding says beyond its problem, one line each: why, what to do, what is related, the fix. */
export function detailLines(finding: Finding, lines: (source: Source) => LineIndex): string[] {
  const { related, fix } = finding;
  const { why, help } = finding;
  return [
    ...(why === undefined ? [] : [`Why: ${why}`]),
    ...(help === undefined ? [] : [`Help: ${help}`]),
    ...related.map(({ span, message }) => `${formatPlace(span, lines)}: ${message}`),
    ...(fix === undefined ? [] : [`${fix.safe ? 'Fix' : 'Suggestion'}: ${fix.title}`]),
  ];
}
