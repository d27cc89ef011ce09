import type { Finding } from '../../model/finding.ts';
import { compareSeverity } from '../../model/severity.ts';
import { joinStatement } from '../../model/statement.ts';

/** A finding, and others of its rule that say the same of other places. */
export interface EqualFindings {
  readonly finding: Finding;
  readonly others: readonly Finding[];
}

/** The findings, each with those that say the same of other files, the worst first. */
export function equalFindings(findings: readonly Finding[]): EqualFindings[] {
  const groups = new Map<string, { finding: Finding; others: Finding[] }>();
  for (const finding of findings) {
    const { rule, severity } = finding;
    const key = JSON.stringify([rule, severity, joinStatement(finding)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { finding, others: [] });
    else known.others.push(finding);
  }
  return [...groups.values()].sort((a, b) => compareSeverity(b.finding.severity, a.finding.severity));
}
