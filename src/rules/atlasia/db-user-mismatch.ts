import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { editedPath } from '../written.ts';

const LOGIN = ['config', 'database', 'username'];
const ACCOUNT = ['postgresql', 'auth', 'username'];

export const rule = defineRule({
  id: 'atlasia/db-user-mismatch',
  chart: 'atlasia',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The orchestrator logs in at the bundled PostgreSQL as a user that does not exist there.',
    why: 'The bundled database creates the account of postgresql.auth.username, and the orchestrator logs in as config.database.username. Both are "ai" by default; when only one is changed, authentication fails and no pod becomes ready.',
    source: 'configmap.yaml of the chart (database-username); Bitnami PostgreSQL chart, auth.username.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'config:\n  database:\n    username: orchestrator\n' },
      { chart: 'atlasia', values: 'postgresql:\n  auth:\n    username: atlasia\n' },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'config:\n  database:\n    username: orchestrator\npostgresql:\n  auth:\n    username: orchestrator\n',
      },
      {
        chart: 'atlasia',
        values:
          'config:\n  database:\n    username: orchestrator\npostgresql:\n  enabled: false\n  externalHost: pg.data.svc\n  externalDatabase: atlasia\n',
      },
    ],
  },
  *check(release) {
    const { config, postgresql, global } = chartValues<AtlasiaValues>(release);
    const login = config?.database?.username;
    const account = postgresql?.auth?.username;
    // The subchart prefers global.postgresql.auth, and "postgres" exists in every database.
    if (postgresql?.enabled !== true || global?.postgresql?.auth?.username) return;
    if (typeof login !== 'string' || typeof account !== 'string' || login === 'postgres') return;
    if (login === account || account === '') return;
    const at = editedPath(release, [LOGIN, ACCOUNT]);
    const other = at === LOGIN ? ACCOUNT : LOGIN;
    const wanted = at === LOGIN ? account : login;
    yield {
      at,
      problem: `config.database.username is "${login}", but the bundled PostgreSQL only knows "${account}" (postgresql.auth.username)`,
      why: 'The login fails and the orchestrator never becomes ready.',
      help: 'Give both the same name.',
      related: [{ at: other, message: `${formatPath(other)} is "${wanted}"` }],
      fix: {
        title: `Set ${formatPath(at)} to ${wanted}`,
        safe: false,
        replace: [{ at, text: JSON.stringify(wanted) }],
      },
    };
  },
});
