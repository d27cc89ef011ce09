/** A version of Kubernetes as `.Capabilities.KubeVersion` shows it. */
export interface KubeVersion {
  /** `v1.33.4-gke.1245000` in Helm 4; Helm 3 drops what follows the numbers. */
  readonly version: string;
  /** What ranges are checked against: `v1.33.4`. */
  readonly normalized: string;
  readonly major: string;
  readonly minor: string;
}

/** Reads `--kube-version` (`ParseKubeVersion`, `k8s.io/apimachinery/pkg/util/version.ParseGeneric`); undefined when Helm refuses it. */
export function parseKubeVersion(text: string, helm: 3 | 4): KubeVersion | undefined {
  const [, numbers] = /^\s*v?([0-9]+(?:\.[0-9]+)*).*$/.exec(text) ?? [];
  const parts = numbers?.split('.') ?? [];
  if (parts.length < 2 || /^0./.test(parts[0]!)) return undefined;
  const values = parts.map((part) => BigInt(part));
  if (values.some((value) => value > 0xffff_ffff_ffff_ffffn)) return undefined;
  const [major = '', minor = ''] = values.map(String);
  const normalized = `v${values.join('.')}`;
  const whole = text.startsWith('v') ? text : `v${text}`;
  return { version: helm === 4 ? whole : normalized, normalized, major, minor };
}

/**
 * The Kubernetes that `helm template` pretends to talk to: that of the client-go that the release of Helm is built with
 * (go.mod): 1.(N+15) for Helm 3.N, 1.(N+34) for Helm 4.N.
 */
export function defaultKubeVersion(helmVersion: string): KubeVersion {
  const [major = 4, minor = 2] = helmVersion.split('.').map(Number);
  return parseKubeVersion(`1.${minor + (major >= 4 ? 34 : 15)}.0`, 4)!;
}
