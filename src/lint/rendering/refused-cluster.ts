import type { MergedChart } from '../../merge/merge-chart.ts';
import type { Finding } from '../../model/finding.ts';
import { flagSource } from '../../model/source.ts';
import type { RenderOptions } from '../render-release.ts';
import { allowedBy } from '../settings-for.ts';

/** That the chart is not for the version of Kubernetes that was asked for: Helm refuses it before it renders anything. */
export function refusedCluster(
  root: MergedChart,
  asked: string | undefined,
  { kubeVersion }: RenderOptions,
): Finding | undefined {
  const { kubeVersion: wanted } = root.chart.contents?.().fields ?? {};
  if (asked === undefined || kubeVersion === undefined || allowedBy(root)(kubeVersion.normalized))
    return undefined;
  const source = flagSource(`--kube-version ${asked}`);
  const said = {
    problem: `the chart is not for Kubernetes ${kubeVersion.version}`,
    why: `Chart.yaml asks for kubeVersion ${String(wanted)}, and Helm refuses to install it on any other.`,
    help: 'Name a version that the chart allows, or take a version of the chart that allows this one.',
  };
  return {
    rule: 'template/stops',
    severity: 'error',
    ...said,
    span: { source, start: 0, end: source.shown.length },
    path: '',
    related: [],
  };
}
