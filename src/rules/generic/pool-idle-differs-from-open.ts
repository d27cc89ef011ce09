import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';

export const rule = defineRule({
  id: 'pool-idle-differs-from-open',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A connection pool keeps a different number of idle connections than it may open.',
    why: 'With fewer idle connections than open ones the pool closes and reopens connections under load, and each new one costs the database a process and a handshake. More idle connections than open ones can never exist, so the setting does not do what it says.',
    source: 'Go database/sql, DB.SetMaxIdleConns; connection pool section of the ColonyOS chart README.',
  },
  examples: {
    bad: [
      { values: 'database:\n  connectionPool:\n    maxOpenConns: 100\n    maxIdleConns: 10\n' },
      { values: 'db:\n  max_open_conns: 20\n  max_idle_conns: 50\n' },
    ],
    good: [
      { values: 'database:\n  connectionPool:\n    maxOpenConns: 100\n    maxIdleConns: 100\n' },
      { values: 'db:\n  maxOpen: 0\n  maxIdle: 5\n' },
    ],
  },
  *check(release) {
    for (const { open, idle } of release.roles.pools) {
      // Zero open connections means no limit in database/sql and its copies.
      if (open.value === idle.value || open.value === 0) continue;
      // The field that somebody changed is the one to look at; the other one is related.
      const idleIsCulprit =
        release.values.changedByUser(idle.path) || !release.values.changedByUser(open.path);
      const culprit = idleIsCulprit ? idle : open;
      const other = idleIsCulprit ? open : idle;
      const above = idle.value > open.value;
      const of = (limit: typeof idle): string =>
        `${limit.value}${release.values.locate(limit.path, 'value').written ? '' : " (the chart's default)"}`;
      const names = { idle: formatPath(idle.path), open: formatPath(open.path) };
      yield {
        at: culprit.path,
        severity: above ? 'error' : 'warning',
        ...(above
          ? {
              problem: `${names.idle} is ${of(idle)}, above ${names.open} ${of(open)}`,
              why: 'The pool never has that many connections to keep.',
              help: 'Set both to the same number.',
            }
          : {
              problem: `${names.idle} is ${of(idle)}, below ${names.open} ${of(open)}`,
              why: `Under load the pool closes and reopens up to ${open.value - idle.value} connections all the time.`,
              help: 'Set both to the same number.',
            }),
        related: [{ at: other.path, message: `${formatPath(other.path)} is ${other.value}` }],
        fix: {
          title: `Set ${formatPath(idle.path)} to ${open.value}`,
          safe: false,
          replace: [{ at: idle.path, text: String(open.value) }],
        },
      };
    }
  },
});
