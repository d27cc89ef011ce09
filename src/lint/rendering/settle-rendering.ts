import type { Finding } from '../../model/finding.ts';
import type { RuleHead } from '../../model/rule.ts';
import { refusedConflicts } from './refused-conflicts.ts';
import type { RenderingFindings } from './rendering-findings.ts';

/**
 * One finding for each mistake. What Helm refuses before it renders stays, and what rendering says of the same value or inside
 * of it goes; a rule that guessed what rendering knows gives way.
 */
export function settleRendering(
  found: readonly Finding[],
  { findings: ofRendering, isWhole }: RenderingFindings,
  rules: readonly Pick<RuleHead, 'id' | 'whenRendered'>[],
): Finding[] {
  const { before, rendered: findings } = refusedConflicts(found, ofRendering);
  const guessing = new Map(
    rules.flatMap(({ id, whenRendered }) => (whenRendered === undefined ? [] : [[id, whenRendered]])),
  );
  const refused = before
    .filter(({ severity, rule }) => severity === 'error' && !guessing.has(rule))
    .map(({ path }) => path);
  const kept = findings.filter(
    ({ path }) => path === '' || !refused.some((other) => path === other || path.startsWith(`${other}/`)),
  );
  const known = new Set(kept.map(({ path }) => path));
  const givesWay = ({ rule, path }: Finding): boolean =>
    (isWhole && guessing.get(rule) === 'silent') || (guessing.has(rule) && known.has(path));
  return [...before.filter((finding) => !givesWay(finding)), ...kept];
}
