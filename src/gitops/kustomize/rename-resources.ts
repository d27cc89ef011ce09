import type { JsonObject } from '../../model/json-value.ts';
import { objectAt, type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { Patched } from './apply-patches.ts';
import { changedBy, type Resource, type ResourceId, resourceId } from './resource.ts';
import { type Piece, type Pieces, pieceBelow, woven } from './woven.ts';
import type { Written } from './written.ts';

/** Kinds that are in no namespace, as far as they stand beside releases. */
const CLUSTER_SCOPED = new Set([
  'Namespace',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'APIService',
  'StorageClass',
  'PersistentVolume',
  'PriorityClass',
  'ClusterIssuer',
  'ClusterSecretStore',
  'ClusterExternalSecret',
  'IngressClass',
  'GatewayClass',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
]);
/** Kinds whose name no prefix changes (`prefixFieldSpecsToSkip`). */
const KEEP_NAME = new Set(['CustomResourceDefinition', 'APIService', 'Namespace']);

/** Gives the resources the namespace, prefix and suffix that a kustomization (or Flux) asks for; what they were called is kept. */
export function renameResources(of: Written, at: ValuesPath, namespaceField: string, patched: Patched): void {
  const steps: [field: string, change: (id: ResourceId) => Change | undefined][] = [
    [namespaceField, ({ kind }) => (CLUSTER_SCOPED.has(kind) ? undefined : { field: 'namespace' })],
    ['namePrefix', ({ kind, name }) => (KEEP_NAME.has(kind) ? undefined : { field: 'name', after: name })],
    ['nameSuffix', ({ kind, name }) => (KEEP_NAME.has(kind) ? undefined : { field: 'name', before: name })],
  ];
  for (const [field, change] of steps) {
    const value = valueAt(of.data, [...at, field]);
    if (typeof value !== 'string' || value === '') continue;
    patched.resources = patched.resources.map((resource) => {
      const changed = change(resourceId(resource.manifest));
      if (changed === undefined) return resource;
      const { before = '', after = '' } = changed;
      const root: Piece =
        changed.field === 'namespace'
          ? { of, at: [...at, field] }
          : { of: resource.manifest, at: ['metadata', 'name'] };
      return renamed(resource, of, changed.field, { text: before + value + after, piece: root });
    });
  }
}

/** The field of the metadata that gets a text, and what of its own stands around it. */
interface Change {
  readonly field: 'name' | 'namespace';
  readonly before?: string;
  readonly after?: string;
}

function renamed(
  resource: Resource,
  of: Written,
  field: string,
  { text, piece }: { readonly text: string; readonly piece: Piece },
): Resource {
  const { manifest, past } = resource;
  const root: Piece = { of: manifest, at: [] };
  const metadata: JsonObject = { ...objectAt(manifest.data, ['metadata']), [field]: text };
  const data: JsonObject = { ...manifest.data, metadata };
  const own = (map: JsonObject, around: Piece): Map<string, Piece> =>
    new Map(Object.keys(map).map((key) => [key, pieceBelow(around, key)]));
  const pieces: Pieces = new Map([
    [metadata, own(metadata, pieceBelow(root, 'metadata')).set(field, piece)],
    [data, own(data, root)],
  ]);
  const changed = changedBy(resource, woven(data, root, pieces), of);
  return { ...changed, past: [...past, resourceId(manifest)] };
}
