import { type ManifestNode, textIn } from './manifest-node.ts';

/** The type of a Service, ClusterIP where none is written; undefined for a word that is none. */
export function serviceType(node: ManifestNode): string | undefined {
  const type = textIn(node.value, 'type') ?? 'ClusterIP';
  return ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'].includes(type) ? type : undefined;
}
