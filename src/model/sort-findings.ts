import type { Finding } from './finding.ts';
import { joinStatement } from './statement.ts';

/** In the order of the contract: file, place, rule. Offsets order like line and column. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(compareFindings);
}

/** Less than zero when `a` comes first. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compare(a.span.source.shown, b.span.source.shown) ||
    compare(a.span.source.id, b.span.source.id) ||
    a.span.start - b.span.start ||
    compare(a.rule, b.rule) ||
    compare(a.path, b.path) ||
    compare(joinStatement(a), joinStatement(b))
  );
}

/** By code unit: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
