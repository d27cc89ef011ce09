import type { Finding } from '../model/finding.ts';

/** The same rule at the same place with the same words, found in several releases or by several routes, is one finding. */
export function mergeDuplicates(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const { file, start, end } = finding.span;
    const key = JSON.stringify([finding.rule, file, start, end, finding.path, finding.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
