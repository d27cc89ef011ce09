import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { localHost } from '../local-host.ts';

export const rule = defineRule({
  id: 'zymtrace/database-clear-text',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'In production a database outside the cluster is entered without TLS.',
    why: 'The password and all data go over the network in clear text. `secure` is off by default, and the example of the README turns it on. Addresses inside the cluster are left alone, and so are URLs, which say by themselves whether they use TLS.',
    source: 'README of the zymtrace chart, With External Databases (`secure: true`); configmap.yaml.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.corp.net:5432\n',
        environment: 'production',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.corp.net:5432\n    secure: true\n',
        environment: 'production',
      },
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.data.svc.cluster.local:5432\n',
        environment: 'production',
      },
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.corp.net:5432\n',
      },
      {
        chart: 'zymtrace',
        values: 'postgres:\n  use_existing:\n    host: pg.corp.net:5432\n',
        environment: 'production',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    const { data } = release.values;
    for (const name of ['postgres', 'clickhouse']) {
      const section = [name, 'use_existing'];
      const secure = [...section, 'secure'];
      const host = valueAt(data, [...section, 'host']);
      if (valueAt(data, [name, 'mode']) !== 'use_existing' || valueAt(data, secure) !== false) continue;
      if (typeof host !== 'string' || host === '' || host.includes('://')) continue;
      if (localHost(host.replace(/:\d*$/, ''))) continue;
      yield {
        at: secure,
        problem: `${secure.join('.')} is false, and "${host}" is outside the cluster`,
        why: 'In production the password and all data go over the network in clear text.',
        help: 'Set it to true.',
        related: [{ at: [...section, 'host'], message: 'the database' }],
      };
    }
  },
});
