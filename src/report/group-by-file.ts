import type { Finding } from '../model/finding.ts';

/** The findings of each file, files in the order of their first finding. */
export function groupByFile<F extends Pick<Finding, 'span'>>(findings: readonly F[]): Map<string, F[]> {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const group = groups.get(finding.span.file);
    if (group === undefined) groups.set(finding.span.file, [finding]);
    else group.push(finding);
  }
  return groups;
}
