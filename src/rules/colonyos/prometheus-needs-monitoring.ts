import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const PROMETHEUS = ['prometheus', 'enabled'];
const MONITORING = ['monitoring', 'enabled'];

export const rule = defineRule({
  id: 'colonyos/prometheus-needs-monitoring',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Prometheus is asked for while the monitor is off.',
    why: 'Prometheus of this chart scrapes the monitor and nothing else, and its templates ask for both switches. With the monitor off no Prometheus is deployed, whatever prometheus.enabled says. Its default, true, is not reported: only a file that asks for it.',
    source: 'Condition of prometheus-deployment.yaml and the other prometheus-*.yaml templates of the chart.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'monitoring:\n  enabled: false\nprometheus:\n  enabled: true\n' },
      {
        chart: 'colonyos',
        values: 'prometheus:\n  enabled: true\n  storage: 40Gi\nmonitoring:\n  enabled: false\n',
      },
    ],
    good: [
      { chart: 'colonyos', values: 'monitoring:\n  enabled: false\n' },
      { chart: 'colonyos', values: 'monitoring:\n  enabled: true\nprometheus:\n  enabled: true\n' },
    ],
  },
  *check(release) {
    const { monitoring, prometheus } = chartValues<ColonyosValues>(release);
    if (prometheus?.enabled !== true || monitoring?.enabled !== false) return;
    if (!isUserWritten(release, PROMETHEUS)) return;
    yield {
      at: PROMETHEUS,
      problem:
        'prometheus.enabled is true, but monitoring.enabled is false and Prometheus is only deployed together with the monitor',
      help: 'Set monitoring.enabled to true, or prometheus.enabled to false.',
      related: [{ at: MONITORING, message: 'the monitor is off' }],
    };
  },
});
