import type { Finding } from '../../model/finding.ts';

/** Rules whose subject the rendered release decides: where it speaks, they are silent. */
const DECIDED_BY_RENDERING: ReadonlySet<string> = new Set([
  'annotation-not-string',
  'dns-name-invalid',
  'hpa-min-exceeds-max',
  'image-pull-secrets-shape',
  'implicit-boolean',
  'ingress-rule-without-paths',
  'label-value-invalid',
  'null-removes-default',
  'pdb-min-and-max',
  'quantity-unit-suspect',
  'quoted-boolean',
  'request-exceeds-limit',
  'template-in-value',
  'toleration-invalid',
  'volume-mount-undefined',
]);

/**
 * One finding for each mistake. What Helm refuses before it renders stays, and what rendering says of the same value or inside
 * of it goes; a rule that guessed what rendering knows gives way.
 */
export function settleRendering(before: readonly Finding[], rendering: readonly Finding[]): Finding[] {
  if (rendering.length === 0) return [...before];
  const refused = before
    .filter(({ severity, rule }) => severity === 'error' && !DECIDED_BY_RENDERING.has(rule))
    .map(({ path }) => path);
  const kept = rendering.filter(
    ({ path }) => path === '' || !refused.some((other) => path === other || path.startsWith(`${other}/`)),
  );
  const known = new Set(kept.map(({ path }) => path));
  return [
    ...before.filter(({ rule, path }) => !(DECIDED_BY_RENDERING.has(rule) && known.has(path))),
    ...kept,
  ];
}
