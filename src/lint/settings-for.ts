import type { MergedChart } from '../merge/merge-chart.ts';
import type { RenderSettings } from '../model/render-settings.ts';
import { type KubeVersion, parseKubeVersion } from '../templates/chart/kube-version.ts';
import { isCompatibleRange } from '../versions/version-range.ts';
import { majorOf, type RenderOptions, usualKubeVersion } from './render-release.ts';

/** Minors of Kubernetes that a chart may ask for; 1.16 dropped what charts before it used. */
const OLDEST_MINOR = 16;

/**
 * The release and the cluster for a chart: what is asked for; without a version of Kubernetes the newest that Helm stands for
 * and the chart allows.
 */
export function settingsFor(
  root: MergedChart,
  { kubeVersion, ...rest }: RenderSettings = {},
  helmVersion: string | undefined,
): Pick<RenderOptions, 'releaseName' | 'namespace' | 'apiVersions' | 'kubeVersion' | 'limits'> {
  const asked = kubeVersion === undefined ? undefined : parseKubeVersion(kubeVersion, majorOf(helmVersion));
  return { ...rest, kubeVersion: asked ?? newestAllowed(root, helmVersion) };
}

/** Whether `kubeVersion` in Chart.yaml takes a version such as `v1.34.0`. */
export function allowedBy({ chart }: MergedChart): (version: string) => boolean {
  const wanted = chart.contents?.().fields.kubeVersion;
  return (version) => typeof wanted !== 'string' || wanted === '' || isCompatibleRange(wanted, version);
}

function newestAllowed(root: MergedChart, helmVersion: string | undefined): KubeVersion | undefined {
  const allows = allowedBy(root);
  const usual = usualKubeVersion(helmVersion);
  for (let minor = Number(usual.minor); minor >= OLDEST_MINOR; minor--) {
    const version = minor === Number(usual.minor) ? usual : parseKubeVersion(`1.${minor}.0`, 4);
    if (version !== undefined && allows(version.normalized)) return version;
  }
  return undefined;
}
