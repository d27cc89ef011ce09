import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import type { Fact } from '../../model/fact.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

/** Administrators that the systems come with; they may create databases. */
const ADMINISTRATORS = new Set(['postgres', 'default']);

export const rule = defineRule({
  id: 'zymtrace/auto-create-user',
  chart: 'zymtrace',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'The databases are to be created on first use, which takes a right that few users have.',
    why: 'The services create their databases with the user that they work with. Unless it may create databases, their first start fails with "permission denied". A database name that is no plain identifier is an error of its own, which the schema reports.',
    source:
      'Comments on autoCreateDBs in values.yaml and "Database Auto-Creation" in the README of the zymtrace chart; PostgreSQL ALTER ROLE, ClickHouse GRANT.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.corp.net:5432\n    user: zym\n    autoCreateDBs: true\n',
      },
      {
        chart: 'zymtrace',
        values:
          'clickhouse:\n  mode: use_existing\n  use_existing:\n    host: ch.corp.net:9000\n    user: zym\n    autoCreateDBs: true\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values: 'postgres:\n  mode: use_existing\n  use_existing:\n    user: zym\n',
      },
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  mode: use_existing\n  use_existing:\n    user: postgres\n    autoCreateDBs: true\n',
      },
      { chart: 'zymtrace', values: 'postgres:\n  use_existing:\n    autoCreateDBs: true\n' },
    ],
  },
  *check(release) {
    const { clickhouse, postgres } = chartValues<ZymtraceValues>(release);
    if (clickhouse?.mode === 'use_existing') {
      yield* reminder(['clickhouse', 'use_existing'], clickhouse.use_existing, {
        databases: ['profiling', 'metrics'],
        grant: (user) => `GRANT CREATE DATABASE ON *.* TO ${user}`,
      });
    }
    if (postgres?.mode !== undefined && postgres.mode !== 'create') {
      yield* reminder(['postgres', postgres.mode], postgres[postgres.mode], {
        databases: ['identity', 'symdb'],
        grant: (user) => `ALTER USER ${user} CREATEDB`,
      });
    }
  },
});

function* reminder(
  path: readonly string[],
  section: { user?: string; database?: string; autoCreateDBs?: boolean } | undefined,
  { databases, grant }: { databases: readonly string[]; grant: (user: string) => string },
): Iterable<Fact> {
  const { user, database, autoCreateDBs } = section ?? {};
  // In Cloud SQL and Aurora the administrator cannot log in by IAM.
  if (autoCreateDBs !== true || typeof user !== 'string') return;
  if (path[1] === 'use_existing' && ADMINISTRATORS.has(user)) return;
  const names = databases.map((name) => `"${database}_${name}"`).join(' and ');
  // A name that IAM does not know will be another one.
  const isName = user !== '' && (path[1] === 'use_existing' || user.includes('@'));
  const statement = grant(isName ? `"${user}"` : '<user>');
  yield {
    at: [...path, 'autoCreateDBs'],
    problem: `${path.join('.')}.autoCreateDBs is true`,
    why: 'The services fail at their first start unless their user may create databases.',
    help: `Run ${statement}, or create ${names} by hand and set it to false.`,
  };
}
