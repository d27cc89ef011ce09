import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lint-result.ts';
import { releaseName } from '../model/release-name.ts';
import { isFileOnDisk } from '../model/source.ts';
import { hashText } from './hash-text.ts';
import type { ReportContext } from './report-context.ts';
import { repositoryPath } from './repository-path.ts';

/**
 * A fingerprint for every finding, suppressed ones too: from the rule, the file, the path in the values and, where a file holds several, the release, so that it survives
 * moved lines and new words. The second finding with all of them the same gets the number 2, and so on.
 */
export function fingerprints(
  { findings, suppressed }: Pick<LintResult, 'findings' | 'suppressed'>,
  context?: ReportContext,
): (finding: Finding) => string {
  const seen = new Map<string, number>();
  const known = new Map<Finding, string>();
  // In the order of the file, so that suppressing one does not renumber the others.
  const all = [...findings, ...suppressed.map(({ finding }) => finding)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  for (const finding of all) {
    const { source } = finding.span;
    // The text of a flag is no name that lasts.
    const name = isFileOnDisk(source) ? repositoryPath(source.shown, context) : '';
    const release = releaseName(finding);
    const identity = [finding.rule, name, finding.path, ...(release === undefined ? [] : [release])].join(
      '\n',
    );
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    known.set(finding, hashText(occurrence === 1 ? identity : `${identity}\n${occurrence}`));
  }
  return (finding) => known.get(finding)!;
}
