import type { LintResult } from '../model/lint-result.ts';
import { formatPlace } from './format-place.ts';
import { lineIndexes } from './line-indexes.ts';

/** One line for each fix that was rolled back, and for each file that was not written. */
export function refusedFixes(result: LintResult): string[] {
  const lines = lineIndexes(result);
  const { refused = [], unwritten = [] } = result.fixes ?? {};
  const fixes = refused.map(
    ({ finding, reason }) =>
      `${formatPlace(finding.span, lines)}: not fixed [${finding.rule}], because ${reason}; mend it by hand`,
  );
  return [
    ...fixes,
    ...unwritten.map(({ source, reason }) => `${source.shown}: not fixed, because ${reason}`),
  ];
}
