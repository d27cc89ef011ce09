import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const SWITCH = ['services', 'activateNetworkPolicies'];

export const rule = defineRule({
  id: 'zymtrace/network-policy-noop',
  chart: 'zymtrace',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'Network policies are asked for, and the chart has nothing to protect with them.',
    why: 'The policies of the chart guard ClickHouse and PostgreSQL inside the release, and the Cloud SQL proxy. With both databases outside it creates none, so the setting promises a protection that does not exist. The default is not reported, only a file that asks for policies.',
    source:
      'Network policy templates of the zymtrace chart; Important Notes on network policies in its README.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  activateNetworkPolicies: true\nclickhouse:\n  mode: use_existing\npostgres:\n  mode: use_existing\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values: 'clickhouse:\n  mode: use_existing\npostgres:\n  mode: use_existing\n',
      },
      {
        chart: 'zymtrace',
        values:
          'services:\n  activateNetworkPolicies: true\nclickhouse:\n  mode: use_existing\npostgres:\n  mode: gcp_cloudsql\n',
      },
    ],
  },
  *check(release) {
    const { services, clickhouse, postgres } = chartValues<ZymtraceValues>(release);
    if (clickhouse?.mode !== 'use_existing' || postgres?.mode !== 'use_existing') return;
    if (services?.activateNetworkPolicies !== true || !isUserWritten(release, SWITCH)) return;
    yield {
      at: SWITCH,
      problem: 'services.activateNetworkPolicies is true, but the chart creates no policy',
      why: 'clickhouse.mode and postgres.mode are "use_existing".',
      help: 'Protect the databases where they run, and set it to false so that nobody relies on it.',
      related: [
        { at: ['clickhouse', 'mode'], message: 'ClickHouse runs outside of the release' },
        { at: ['postgres', 'mode'], message: 'PostgreSQL runs outside of the release' },
      ],
    };
  },
});
