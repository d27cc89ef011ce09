import type { Finding } from '../../model/finding.ts';
import { isConflict } from '../conflict-findings.ts';

/**
 * A list in the place of a map, or the other way round, which Helm at most logs, is an error where what is rendered of it is refused.
 * That is one mistake: what rendering says of the same place goes, and is told as what comes of it.
 */
export function refusedConflicts(
  before: readonly Finding[],
  rendered: readonly Finding[],
): { readonly before: readonly Finding[]; readonly rendered: readonly Finding[] } {
  const conflicts = new Set(before.filter(isConflict).map(({ path }) => path));
  const refusals = new Map<string, Finding>();
  for (const finding of rendered) {
    const { path, rule, severity } = finding;
    if (severity !== 'error' || !rule.startsWith('kubernetes/') || !conflicts.has(path)) continue;
    if (!refusals.has(path)) refusals.set(path, finding);
  }
  if (refusals.size === 0) return { before, rendered };
  return {
    before: before.map((finding) => {
      const refusal = isConflict(finding) ? refusals.get(finding.path) : undefined;
      if (refusal === undefined) return finding;
      const why = [finding.why, `Kubernetes refuses what comes of it: ${refusal.problem}.`];
      return { ...finding, severity: 'error', why: why.filter((part) => part !== undefined).join(' ') };
    }),
    rendered: rendered.filter(({ path, rule }) => !refusals.has(path) || !rule.startsWith('kubernetes/')),
  };
}
