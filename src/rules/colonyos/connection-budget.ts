import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isPlainPostgres } from '../colonyos-database-image.ts';
import { editedPath } from '../written.ts';

const REPLICAS = ['colonies', 'replicas'];
const OPEN = ['database', 'connectionPool', 'maxOpenConns'];
const IMAGE = ['database', 'image'];
/** What the chart tells the TimescaleDB image (TS_TUNE_MAX_CONNS), which other images do not read. */
const TUNED = 1000;
/** PostgreSQL's own default of max_connections. */
const PLAIN = 100;
/** For the container that initialises the database, backups and a person with psql. */
const RESERVE = 10;

export const rule = defineRule({
  id: 'colonyos/connection-budget',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The servers together may open more connections than the database accepts.',
    why: 'The pool is per replica. The chart tunes the TimescaleDB image for 1000 connections, and a plain PostgreSQL image keeps its default of 100; beyond that each new connection fails with "too many clients already", just when the load is highest. Ten are kept for the initialisation, backups and psql.',
    source:
      'postgres-configmap.yaml of the chart (TS_TUNE_MAX_CONNS); connection pool section of the ColonyOS README ("per replica"); PostgreSQL documentation, max_connections.',
  },
  examples: {
    bad: [
      {
        chart: 'colonyos',
        values:
          'colonies:\n  replicas: 5\ndatabase:\n  connectionPool:\n    maxOpenConns: 250\n    maxIdleConns: 250\n',
      },
      { chart: 'colonyos', values: 'database:\n  image: postgres:17.6\n  timescaledb: false\n' },
    ],
    good: [
      {
        chart: 'colonyos',
        values:
          'colonies:\n  replicas: 5\ndatabase:\n  connectionPool:\n    maxOpenConns: 190\n    maxIdleConns: 190\n',
      },
      {
        chart: 'colonyos',
        values:
          'database:\n  image: postgres:17.6\n  timescaledb: false\n  connectionPool:\n    maxOpenConns: 30\n    maxIdleConns: 30\n',
      },
    ],
  },
  *check(release) {
    const { colonies, database } = chartValues<ColonyosValues>(release);
    const replicas = colonies?.replicas;
    const open = database?.connectionPool?.maxOpenConns;
    if (typeof replicas !== 'number' || typeof open !== 'number' || replicas < 1 || open < 1) return;
    const plain = isPlainPostgres(database?.image);
    const limit = plain ? PLAIN : TUNED;
    const total = replicas * open;
    if (total <= limit - RESERVE) return;
    const at = editedPath(release, plain ? [OPEN, IMAGE, REPLICAS] : [OPEN, REPLICAS]);
    const share = Math.floor((limit - RESERVE) / replicas);
    const why = plain ? `, and ${limit} is the default that a plain PostgreSQL image keeps` : '';
    const advice =
      share < 1
        ? 'Run fewer replicas.'
        : `Set database.connectionPool.maxOpenConns to at most ${share}${plain ? ', or use the TimescaleDB image, which the chart tunes for 1000' : ', or run fewer replicas'}.`;
    const places = [
      { path: REPLICAS, message: `${replicas} replicas` },
      { path: OPEN, message: `${open} connections for each replica` },
      ...(plain ? [{ path: IMAGE, message: 'the image of the database' }] : []),
    ];
    yield {
      at,
      problem: `${replicas} replicas may open ${total} connections, and the database accepts ${limit}`,
      why: `Each replica opens up to ${open}${why}. Under load the rest fails with "too many clients already".`,
      help: advice,
      related: places.filter(({ path }) => path !== at).map(({ path, message }) => ({ at: path, message })),
    };
  },
});
