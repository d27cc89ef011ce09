/** Network plugins that enforce NetworkPolicy out of the box (each project's documentation). K3s brings kube-router's controller. */
export const ENFORCING_CNIS = ['calico', 'cilium', 'canal', 'weave', 'antrea', 'kube-router', 'k3s'] as const;

/** Plugins that enforce policies too, by other names and as clouds call them. */
const ALSO_ENFORCING = [
  'weave-net',
  'kube-ovn',
  'ovn-kubernetes',
  'ovnkubernetes',
  'ovn',
  'romana',
  'openshift-sdn',
  'kindnet',
  'tigera',
  'rke2-canal',
  'rke2-calico',
  'rke2-cilium',
  // Cilium, part of every cluster that has it (GKE documentation, "GKE Dataplane V2 and NetworkPolicy").
  'gke-dataplane-v2',
  'dataplane-v2',
  'azure-cilium',
  'azure-npm',
  'aws-network-policy-agent',
  'nsx-ncp',
];

/** Plugins that leave NetworkPolicy objects without effect. */
export const UNENFORCING_CNIS = ['flannel', 'bridge', 'kubenet', 'none'] as const;

/** The same by other names. */
const ALSO_UNENFORCING = ['kube-flannel', 'rke2-flannel', 'host-local', 'ptp'];

/** Plugins of clouds that enforce policies only in clusters where somebody switched it on, and how that is done. */
const SWITCHABLE: Readonly<Record<string, { readonly how: string; readonly name: string }>> = {
  // https://aws.github.io/amazon-vpc-cni-k8s/docs/network-policy-faq.html: "not enabled by default".
  'aws-vpc-cni': {
    how: 'with enableNetworkPolicy set to "true" in the add-on',
    name: 'aws-network-policy-agent',
  },
  // AKS documentation, "Secure traffic between pods using network policies": --network-policy is none by default.
  azure: {
    how: 'in clusters made with --network-policy cilium, azure or calico',
    name: 'azure-cilium, azure-npm or calico',
  },
  gke: {
    how: 'with Dataplane V2, or with the Calico add-on',
    name: 'gke-dataplane-v2 or calico',
  },
  'oci-vcn-native': { how: 'with Calico installed besides', name: 'calico' },
  terway: { how: 'in clusters made with support for network policies', name: 'cilium or calico' },
};

const SWITCHABLE_NAMES: Readonly<Record<string, string>> = {
  'vpc-cni': 'aws-vpc-cni',
  'amazon-vpc-cni': 'aws-vpc-cni',
  'amazon-vpc-cni-k8s': 'aws-vpc-cni',
  'aws-cni': 'aws-vpc-cni',
  'aws-node': 'aws-vpc-cni',
  'azure-cni': 'azure',
  'azure-cni-overlay': 'azure',
  'azure-vnet': 'azure',
  'gke-cni': 'gke',
  'oci-cni': 'oci-vcn-native',
};

/** Every plugin that chartlint knows, by each of its names. */
export const KNOWN_CNIS: readonly string[] = [
  ...ENFORCING_CNIS,
  ...ALSO_ENFORCING,
  ...UNENFORCING_CNIS,
  ...ALSO_UNENFORCING,
  ...Object.keys(SWITCHABLE),
  ...Object.keys(SWITCHABLE_NAMES),
];

/** Whether the plugin enforces NetworkPolicy objects. */
export function isEnforcing(cni: string): boolean {
  return (ENFORCING_CNIS as readonly string[]).includes(cni) || ALSO_ENFORCING.includes(cni);
}

/** Whether the plugin leaves NetworkPolicy objects without effect in every cluster. */
export function isUnenforcing(cni: string | undefined): boolean {
  if (cni === undefined) return false;
  return (UNENFORCING_CNIS as readonly string[]).includes(cni) || ALSO_UNENFORCING.includes(cni);
}

/** How policies are switched on for a plugin that enforces them only then, and what the plugin is called after that. */
export function howToEnforce(cni: string): { readonly how: string; readonly name: string } | undefined {
  return SWITCHABLE[SWITCHABLE_NAMES[cni] ?? cni];
}

/** Whether chartlint knows the plugin at all. */
export function isKnownCni(cni: string): boolean {
  return KNOWN_CNIS.includes(cni);
}
