import type { Finding } from '../model/finding.ts';
import { compareSeverity } from '../model/severity.ts';
import { plainStyle, type Style } from './style.ts';

/** How often each rule found something, the most frequent first: `  12  error    schema/type`. */
export function ruleStatistics(findings: readonly Finding[], style: Style = plainStyle): string[] {
  const rules = new Map<string, { count: number; severity: Finding['severity'] }>();
  for (const { rule, severity } of findings) {
    const known = rules.get(rule);
    if (known === undefined) rules.set(rule, { count: 1, severity });
    else {
      known.count++;
      if (compareSeverity(severity, known.severity) > 0) known.severity = severity;
    }
  }
  const rows = [...rules].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1].count ?? '').length;
  return rows.map(
    ([rule, { count, severity }]) =>
      `${String(count).padStart(width)}  ${style[severity](severity.padEnd(7))}  ${rule}`,
  );
}
