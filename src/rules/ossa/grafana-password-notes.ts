import type { OssaValues } from '../../charts/ossa-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const PASSWORD = ['monitoring', 'grafana', 'adminPassword'];

export const rule = defineRule({
  id: 'ossa/grafana-password-notes',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A password for Grafana is set, and the chart only prints it.',
    why: 'The chart installs no Grafana, so the password protects nothing. Its one use is in the notes: Helm prints it after each install and upgrade, and so it gets into terminals and the logs of pipelines. If it is the password of another Grafana, that one is then open to whoever reads the logs.',
    source: 'NOTES.txt and Chart.yaml (dependencies) of the chart.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'monitoring:\n  grafana:\n    adminPassword: Fq3tWz8mKr2vHs6y\n' },
      {
        chart: 'ossa',
        values:
          'global:\n  environment: production\nmonitoring:\n  grafana:\n    enabled: true\n    adminPassword: ossa-monitor-2025\n',
      },
    ],
    good: [
      { chart: 'ossa', values: 'monitoring:\n  grafana:\n    adminPassword: ""\n' },
      {
        chart: 'ossa',
        values: 'monitoring:\n  grafana:\n    enabled: false\n    adminPassword: Fq3tWz8mKr2vHs6y\n',
      },
    ],
  },
  *check(release) {
    const grafana = chartValues<OssaValues>(release).monitoring?.grafana;
    if (grafana?.enabled !== true || !grafana.adminPassword || !isUserWritten(release, PASSWORD)) return;
    yield {
      at: PASSWORD,
      problem: 'monitoring.grafana.adminPassword protects nothing',
      why: 'The chart installs no Grafana. Helm only prints the password after each install, also into the logs of a pipeline.',
      help: 'Set it to "", or monitoring.grafana.enabled to false.',
    };
  },
});
