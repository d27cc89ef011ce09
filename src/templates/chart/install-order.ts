/** The kinds in the order in which Helm installs and prints them (`pkg/release/v1/util/kind_sorter.go`). */
const ORDER = [
  'PriorityClass',
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleList',
  'ClusterRoleBinding',
  'ClusterRoleBindingList',
  'Role',
  'RoleList',
  'RoleBinding',
  'RoleBindingList',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];
/** Known to Helm 4 only. */
const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** In the order of installation; unknown kinds last, by name; equal ones keep their order. */
export function inInstallOrder<T extends { readonly kind: string }>(
  manifests: readonly T[],
  helm: 3 | 4,
): T[] {
  const ranks = new Map([...ORDER, ...(helm === 4 ? WEBHOOKS : [])].map((kind, rank) => [kind, rank]));
  return [...manifests].sort((a, b) => {
    const first = ranks.get(a.kind);
    const second = ranks.get(b.kind);
    if (first !== undefined && second !== undefined) return first - second;
    if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1;
    return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
  });
}
