import type { OssaValues } from '../../charts/ossa-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const ARCHITECTURE = ['postgresql', 'architecture'];

export const rule = defineRule({
  id: 'ossa/postgres-replication-host',
  chart: 'ossa',
  severity: 'error',
  recommended: true,
  docs: {
    summary:
      'PostgreSQL runs with replication, and the services look for it under a name that it then does not have.',
    why: 'The chart builds POSTGRES_URL with the host <release>-postgresql. The Bitnami chart has a Service of that name in the architecture standalone only; with replication, the default of this chart, the writable Service is <release>-postgresql-primary. The services cannot resolve their database.',
    source: '_helpers.tpl of the chart (ossa.databaseUrl); Bitnami PostgreSQL chart 12.x, primary.fullname.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'postgresql:\n  architecture: replication\n' },
      { chart: 'ossa', values: 'postgresql:\n  readReplicas:\n    replicaCount: 1\n' },
    ],
    good: [
      { chart: 'ossa', values: 'postgresql:\n  architecture: standalone\n' },
      {
        chart: 'ossa',
        values:
          'postgresql:\n  enabled: false\nexternalDatabase:\n  url: postgresql://ossa@pg.data.svc:5432/ossa\n',
      },
    ],
  },
  *check(release) {
    const { postgresql } = chartValues<OssaValues>(release);
    if (postgresql?.enabled !== true || postgresql.architecture !== 'replication') return;
    const insertable = isUserWritten(release, ['postgresql']) && !isUserWritten(release, ARCHITECTURE);
    const title = 'Run a single PostgreSQL';
    yield {
      at: ARCHITECTURE,
      problem: 'postgresql.architecture is "replication", which the chart does not support',
      why: 'The Service is then called <release>-postgresql-primary, and the chart writes <release>-postgresql into POSTGRES_URL: no service reaches the database.',
      help: 'Set it to standalone, or turn postgresql off and give externalDatabase.url.',
      fix: insertable
        ? { title, safe: false, insert: [{ at: ARCHITECTURE, text: 'standalone' }] }
        : { title, safe: false, replace: [{ at: ARCHITECTURE, text: 'standalone' }] },
    };
  },
});
