import type { Finding } from '../../model/finding.ts';
import type { RenderingFindings } from './rendering-findings.ts';

/** Rules whose subject Kubernetes decides, or Helm: where the release renders, they have nothing to guess. */
const DECIDED: ReadonlySet<string> = new Set([
  'annotation-not-string',
  'dns-name-invalid',
  'hpa-min-exceeds-max',
  'image-pull-secrets-shape',
  'ingress-rule-without-paths',
  'label-value-invalid',
  'null-removes-default',
  'pdb-min-and-max',
  'request-exceeds-limit',
  'toleration-invalid',
  'volume-mount-undefined',
]);

/** Rules that say less of a value than rendering does, when it speaks of the same one. */
const SAYS_LESS: ReadonlySet<string> = new Set([
  ...DECIDED,
  'implicit-boolean',
  'quantity-unit-suspect',
  'quoted-boolean',
  'template-in-value',
]);

/**
 * One finding for each mistake. What Helm refuses before it renders stays, and what rendering says of the same value or inside
 * of it goes; a rule that guessed what rendering knows gives way.
 */
export function settleRendering(
  before: readonly Finding[],
  { findings, isWhole }: RenderingFindings,
): Finding[] {
  const refused = before
    .filter(({ severity, rule }) => severity === 'error' && !SAYS_LESS.has(rule))
    .map(({ path }) => path);
  const kept = findings.filter(
    ({ path }) => path === '' || !refused.some((other) => path === other || path.startsWith(`${other}/`)),
  );
  const known = new Set(kept.map(({ path }) => path));
  const givesWay = ({ rule, path }: Finding): boolean =>
    (isWhole && DECIDED.has(rule)) || (SAYS_LESS.has(rule) && known.has(path));
  return [...before.filter((finding) => !givesWay(finding)), ...kept];
}
