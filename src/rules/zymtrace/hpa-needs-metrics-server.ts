import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'zymtrace/hpa-needs-metrics-server',
  chart: 'zymtrace',
  chartVersions: '<25.11.4',
  severity: 'info',
  recommended: true,
  whenRendered: 'yields',
  docs: {
    summary: 'Autoscaling is on, which the chart allows only in a cluster with the Metrics Server.',
    why: 'While it renders an autoscaler, the chart asks the cluster for the Metrics Server and fails without it. `helm template`, and with it Argo CD and every other tool that renders without a cluster, never finds one: the chart cannot be rendered there at all with autoscaling on. `cluster.metricsServer: true` in the configuration says that the server is there and that Helm itself installs the release.',
    source: 'Helper `metricsServerAvailable` of the zymtrace chart; prerequisites in its README.',
  },
  examples: {
    bad: [
      { chart: 'zymtrace@25.5.9', values: 'services:\n  web:\n    hpa:\n      enabled: true\n' },
      { chart: 'zymtrace@25.5.9', values: 'services:\n  common:\n    hpa:\n      enabled: true\n' },
    ],
    good: [
      { chart: 'zymtrace@25.5.9', values: 'services:\n  web:\n    hpa:\n      enabled: false\n' },
      {
        chart: 'zymtrace@25.5.9',
        values:
          'services:\n  common:\n    hpa:\n      enabled: true\n  web: &off\n    hpa:\n      enabled: false\n  ingest: *off\n  symdb: *off\n  ui: *off\n  identity: *off\n',
      },
    ],
  },
  *check(release) {
    const { metricsServer } = release.context.cluster;
    if (metricsServer === true) return;
    const switches = release.roles.workloads.flatMap(({ active, autoscaler }) =>
      active && autoscaler?.enabled ? [autoscaler.path] : [],
    );
    const at = switches.find((path) => isUserWritten(release, path)) ?? switches[0];
    if (at === undefined) return;
    const name = formatPath(at);
    yield metricsServer === false
      ? {
          at,
          severity: 'error',
          problem: `${name} is true, but the cluster has no Metrics Server`,
          why: 'The chart looks for it and refuses to render.',
          help: 'Install the Metrics Server first, or turn autoscaling off.',
        }
      : {
          at,
          problem: `${name} is true`,
          why: 'The chart looks for the Metrics Server while it renders and fails without it, under "helm template" and Argo CD always.',
          help: 'Set cluster.metricsServer to true in the chartlint configuration once you know that the cluster has it.',
        };
  },
});
