import type { Finding } from '../../model/finding.ts';

/**
 * One finding for each value and what is wrong with it, where it comes to stand in several fields: `host "A_B" may hold only …` of a rule
 * and of a certificate. It is the first one, and names the other fields.
 */
export function oncePerReason(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const { span, severity, problem } = finding;
    // What stands before the value names the field.
    const reason = problem.slice(Math.max(0, problem.indexOf('"')));
    const key = JSON.stringify([span.source.id, span.start, span.end, severity, reason]);
    const first = kept.get(key);
    kept.set(
      key,
      first === undefined ? finding : { ...first, related: [...first.related, ...finding.related] },
    );
  }
  return [...kept.values()];
}
