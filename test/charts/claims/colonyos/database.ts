import type { Row } from '../claim.ts';

const POOL = 'database.connectionPool';

/** Database Settings. */
export const database: readonly Row[] = [
  [
    'the host is the name of a Service',
    'database.host',
    'pg.corp.net',
    'colonies-database-service',
    'schema/pattern',
  ],
  ['ports of the database are ports', 'database.port', 0, 5432, 'schema/const'],
  ['the port is fixed', 'database.port', 5433, 5432, 'schema/const'],
  ['the user has a name', 'database.user', '', 'colonies', 'schema/min-length'],
  [
    'images have a version',
    'database.image',
    'timescale/timescaledb:latest-pg17',
    'timescale/timescaledb:2.23.1-pg17',
    'mutable-image-tag',
  ],
  [
    'pull policies of the database are three',
    'database.imagePullPolicy',
    'Sometimes',
    'Never',
    'schema/enum',
  ],
  [
    'TimescaleDB needs its image',
    'database.image',
    'postgres:17.4',
    'timescale/timescaledb:2.23.1-pg17',
    'colonyos/timescale-image',
    { beside: { [`${POOL}.maxOpenConns`]: undefined } },
  ],
  ['sizes of volumes are quantities', 'database.storage', '10 GB', '10Gi', 'schema/pattern'],
  ['sizes of volumes are not bytes', 'database.storage', 10, '10Gi', 'schema/minimum'],
];

/** Database Connection Pool Settings. */
export const pool: readonly Row[] = [
  [
    'idle connections are as many as open ones',
    POOL,
    { maxOpenConns: 100, maxIdleConns: 10 },
    { maxOpenConns: 50, maxIdleConns: 50 },
    'pool-idle-differs-from-open',
    { at: '/database/connectionPool/maxIdleConns' },
  ],
  [
    'idle connections are never more',
    POOL,
    { maxOpenConns: 50, maxIdleConns: 100 },
    { maxOpenConns: 50, maxIdleConns: 50 },
    'pool-idle-differs-from-open',
    { at: '/database/connectionPool/maxOpenConns' },
  ],
  [
    'connections are counted for each server',
    POOL,
    { maxOpenConns: 400, maxIdleConns: 400 },
    { maxOpenConns: 300, maxIdleConns: 300 },
    'colonyos/connection-budget',
    { at: '/database/connectionPool/maxOpenConns' },
  ],
  ['idle time is at most life time', `${POOL}.connMaxIdleTime`, 600, 60, 'colonyos/conn-lifetime'],
  ['lives of connections are seconds', `${POOL}.connMaxLifetime`, '300s', 300, 'schema/type'],
  [
    'lives of connections are not milliseconds',
    `${POOL}.connMaxLifetime`,
    300000,
    300,
    'colonyos/period-unit',
  ],
  ['pools are numbers', `${POOL}.maxOpenConns`, '100', 100, 'schema/type'],
  ['pools are not empty', `${POOL}.maxOpenConns`, 0, 100, 'schema/minimum'],
  [
    'keys of the pool are spelled as in the table',
    `${POOL}.maxOpenConnections`,
    10,
    undefined,
    'schema/unknown-key',
  ],
  ['a pool is not null', POOL, null, undefined, 'null-removes-default'],
];
