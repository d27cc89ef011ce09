import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { shownValue } from '../shown-value.ts';
import { editedPath } from '../written.ts';

const IDLE = ['database', 'connectionPool', 'connMaxIdleTime'];
const LIFETIME = ['database', 'connectionPool', 'connMaxLifetime'];

export const rule = defineRule({
  id: 'colonyos/conn-lifetime',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Idle connections may stay longer than connections live at all.',
    why: 'A connection is closed at the end of its lifetime, idle or not. An idle time above it is never reached, so one of the two numbers does not mean what its author thought. A lifetime of 0 is no limit.',
    source:
      'Go database/sql, SetConnMaxLifetime and SetConnMaxIdleTime; ColonyOS chart README, connection pool.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'database:\n  connectionPool:\n    connMaxIdleTime: 900\n' },
      { chart: 'colonyos', values: 'database:\n  connectionPool:\n    connMaxLifetime: 30\n' },
    ],
    good: [
      {
        chart: 'colonyos',
        values: 'database:\n  connectionPool:\n    connMaxLifetime: 1800\n    connMaxIdleTime: 900\n',
      },
      {
        chart: 'colonyos',
        values: 'database:\n  connectionPool:\n    connMaxLifetime: 0\n    connMaxIdleTime: 900\n',
      },
    ],
  },
  *check(release) {
    const pool = chartValues<ColonyosValues>(release).database?.connectionPool;
    const idle = pool?.connMaxIdleTime;
    const lifetime = pool?.connMaxLifetime;
    if (typeof idle !== 'number' || typeof lifetime !== 'number') return;
    if (lifetime <= 0 || idle <= lifetime) return;
    const at = editedPath(release, [IDLE, LIFETIME]);
    yield {
      at,
      problem: `database.connectionPool.connMaxIdleTime is ${shownValue(release, IDLE, idle)} seconds and connMaxLifetime ${shownValue(release, LIFETIME, lifetime)}`,
      why: 'A connection is closed at the end of its lifetime, so the idle limit is never reached.',
      help: `Set connMaxIdleTime to at most ${lifetime}, or raise connMaxLifetime.`,
      related: [
        at === IDLE
          ? { at: LIFETIME, message: `the lifetime is ${lifetime} seconds` }
          : { at: IDLE, message: `the idle time is ${idle} seconds` },
      ],
    };
  },
});
