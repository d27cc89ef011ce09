import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isSampleHost } from '../host-names.ts';

const HOST = ['externalDatabase', 'host'];
/** The pods of the chart have one container. */
const OWN_POD = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/i;
const BUILT_IN = ['postgresql', 'enabled'];

export const rule = defineRule({
  id: 'hotswap/external-db-incomplete',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'The external database is in use and its host is still a name from documentation, or the pod itself.',
    why: 'The chart has the default host postgresql.example.com, which goes into the connection string as it is; the pods never reach a database. A missing name, user or password is the business of storage-mode-mismatch.',
    source: 'values.yaml and deployment.yaml of the chart; README, Using External PostgreSQL; RFC 2606.',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values: 'postgresql:\n  enabled: false\nexternalDatabase:\n  existingSecret: hotswap-database\n',
      },
      {
        chart: 'hotswap',
        values:
          'postgresql:\n  enabled: false\nexternalDatabase:\n  host: pg-main.example.com\n  existingSecret: hotswap-database\n',
      },
      {
        chart: 'hotswap',
        values:
          'postgresql:\n  enabled: false\nexternalDatabase:\n  host: localhost\n  existingSecret: hotswap-database\n',
      },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'postgresql:\n  enabled: false\nexternalDatabase:\n  host: pg.kernels.internal\n  existingSecret: hotswap-database\n',
      },
      { chart: 'hotswap', values: 'postgresql:\n  enabled: true\n' },
    ],
  },
  *check(release) {
    const { postgresql, externalDatabase } = chartValues<HotswapValues>(release);
    const host = externalDatabase?.host;
    if (postgresql?.enabled !== false || typeof host !== 'string') return;
    const isOwn = OWN_POD.test(host);
    if (!isOwn && !isSampleHost(host)) return;
    if (isProvided(release.context, HOST)) return;
    yield {
      at: HOST,
      problem: `externalDatabase.host is "${host}", ${isOwn ? 'the pod itself' : 'a name from documentation'}`,
      why: `The pods never reach a database${isOwn ? ': the chart has no place for a proxy beside the server' : ''}.`,
      help: 'Set the host of your PostgreSQL.',
      related: [{ at: BUILT_IN, message: 'the external database is in use' }],
    };
  },
});
