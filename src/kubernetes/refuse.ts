import type { CheckFact } from './manifest-fact.ts';
import type { ManifestNode } from './manifest-node.ts';

/** A field, or the way to one below the node. */
export type Way = string | readonly (string | number)[];

/** A fact about a field of the node that makes the API server refuse the manifest. */
export function refuse(
  node: ManifestNode,
  way: Way,
  problem: string,
  help: string,
  extra: Partial<CheckFact> = {},
): CheckFact {
  const steps = typeof way === 'string' ? [way] : way;
  return { at: [...node.path, ...steps], problem, why: 'Kubernetes refuses the manifest.', help, ...extra };
}
