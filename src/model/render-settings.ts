import type { Limits } from './user-limits.ts';

/** The release and the cluster that a chart is rendered for; what is not said is as `helm template` has it. */
export interface RenderSettings {
  readonly releaseName?: string;
  readonly namespace?: string;
  /** As `--kube-version` takes it: `1.33`, `v1.33.4-gke.1245000`. */
  readonly kubeVersion?: string;
  /** API versions that the cluster has besides: `monitoring.coreos.com/v1`. */
  readonly apiVersions?: readonly string[];
  /** How much a rendering may take; the usual without it. */
  readonly limits?: Pick<Limits, 'renderWork' | 'renderOutput'>;
}
