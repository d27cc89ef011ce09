import type { GitopsTool } from '../gitops-tool.ts';
import { k3sReleases } from './helm-chart.ts';

/** k3s and RKE2: `HelmChart` of the helm-controller, with the `HelmChartConfig` laid over it. */
export const k3s: GitopsTool = {
  name: 'k3s',
  kinds: ['HelmChart', 'HelmChartConfig'],
  ofObject: k3sReleases,
};
