import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { isPlainPostgres } from '../colonyos-database-image.ts';
import { editedPath } from '../written.ts';

const IMAGE = ['database', 'image'];
const TIMESCALE = ['database', 'timescaledb'];

export const rule = defineRule({
  id: 'colonyos/timescale-image',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The server is told to use TimescaleDB, and the image of the database is plain PostgreSQL.',
    why: 'While database.timescaledb is true, the container that initialises the database makes a hypertable of the log. A plain PostgreSQL image has no such function, and the initialisation stops half-way. The other way round, a TimescaleDB image that is used as plain PostgreSQL, works.',
    source:
      'Comment at database.timescaledb in the values.yaml of the chart; colonies-statefulset.yaml, init container setupdb; Colonies, createHypertables.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'database:\n  image: postgres:17.6\n' },
      { chart: 'colonyos', values: 'database:\n  image: registry.corp.net/bitnami/postgresql:17.6.0\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'database:\n  image: timescale/timescaledb:2.22.0-pg17\n' },
      { chart: 'colonyos', values: 'database:\n  image: registry.corp.net/colonies/db:4\n' },
      {
        chart: 'colonyos',
        values:
          'database:\n  image: postgres:17.6\n  timescaledb: false\n  connectionPool:\n    maxOpenConns: 30\n    maxIdleConns: 30\n',
      },
    ],
  },
  *check(release) {
    const { database } = chartValues<ColonyosValues>(release);
    if (database?.timescaledb !== true || !isPlainPostgres(database.image)) return;
    const at = editedPath(release, [IMAGE, TIMESCALE]);
    yield {
      at,
      problem: `database.image is ${valueText(database.image)}, which has no TimescaleDB, and database.timescaledb is true`,
      why: 'Creating the tables fails half-way.',
      help: 'Use a timescale/timescaledb image, or set database.timescaledb to false.',
      related: [
        at === IMAGE
          ? { at: TIMESCALE, message: 'TimescaleDB is on' }
          : { at: IMAGE, message: 'the image of the database' },
      ],
    };
  },
});
