import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';

/** The findings of each file, files in the order of their first finding. */
export function groupByFile<F extends Pick<Finding, 'span'>>(findings: readonly F[]): Map<Source, F[]> {
  const sources = new Map<string, Source>();
  const groups = new Map<Source, F[]>();
  for (const finding of findings) {
    const { source } = finding.span;
    const first = sources.get(source.id) ?? source;
    sources.set(source.id, first);
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [finding]);
    else group.push(finding);
  }
  return groups;
}
