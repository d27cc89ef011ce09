/** Network plugins that enforce NetworkPolicy out of the box (each project's documentation). K3s brings kube-router's controller. */
export const ENFORCING_CNIS = ['calico', 'cilium', 'canal', 'weave', 'antrea', 'kube-router', 'k3s'] as const;

/** Plugins that enforce policies, by other names or on managed clusters with policy support switched on. */
const ALSO_ENFORCING = [
  'weave-net',
  'kube-ovn',
  'ovn-kubernetes',
  'ovn',
  'romana',
  'openshift-sdn',
  'kindnet',
];

/** Plugins that leave NetworkPolicy objects without effect. */
export const UNENFORCING_CNIS = ['flannel', 'bridge', 'kubenet', 'none'] as const;

/** Every plugin that chartlint knows, by each of its names. */
export const KNOWN_CNIS: readonly string[] = [...ENFORCING_CNIS, ...ALSO_ENFORCING, ...UNENFORCING_CNIS];

/** Whether the plugin enforces NetworkPolicy objects. */
export function isEnforcing(cni: string): boolean {
  return (ENFORCING_CNIS as readonly string[]).includes(cni) || ALSO_ENFORCING.includes(cni);
}

/** Whether chartlint knows the plugin at all. */
export function isKnownCni(cni: string): boolean {
  return isEnforcing(cni) || (UNENFORCING_CNIS as readonly string[]).includes(cni);
}
