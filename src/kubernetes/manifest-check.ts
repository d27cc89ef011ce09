import type { CheckFact } from './manifest-fact.ts';
import type { ManifestNode } from './manifest-node.ts';

/** A check of what Kubernetes demands beyond the types of fields. Its examples are `fixtures/kubernetes/<family>.yaml`. */
export interface ManifestCheck {
  readonly id: string;
  /** The types of the API that it looks at: `core/v1.Probe`. */
  readonly on: readonly string[];
  /** Where Kubernetes itself says so: a function of its validation, or a page of its documentation. */
  readonly source: string;
  /** Whether validation of the manifest refuses it (the default), or something later: an allocator, a controller, a node. */
  readonly refusedBy?: 'validation' | 'later';
  /** Says nothing of what is missing or has a wrong type: these are reported already. */
  check(node: ManifestNode): Iterable<CheckFact>;
}
