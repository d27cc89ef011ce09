import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { parseDuration } from '../parse-duration.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'scrape-timeout-exceeds-interval',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'Prometheus is to wait longer for metrics than the time between two scrapes.',
    why: 'Prometheus refuses a configuration in which the timeout is above the interval. The Prometheus Operator drops such a ServiceMonitor with an entry in its log, so there are no metrics and no alert says so.',
    source:
      'Prometheus, `config.go` ("scrape timeout greater than scrape interval"); Prometheus Operator, `validateScrapeIntervalAndTimeout`; servicemonitor.yaml of Atlasia (timeout fixed at 10s).',
  },
  examples: {
    bad: [
      { values: 'serviceMonitor:\n  enabled: true\n  interval: 10s\n  scrapeTimeout: 30s\n' },
      { values: 'serviceMonitor:\n  enabled: true\n  interval: 0s\n  scrapeTimeout: 10s\n' },
      {
        chart: 'atlasia',
        values: 'monitoring:\n  serviceMonitor:\n    enabled: true\n    interval: 5s\n',
      },
    ],
    good: [
      { values: 'serviceMonitor:\n  enabled: true\n  interval: 1m\n  scrapeTimeout: 30s\n' },
      { values: 'serviceMonitor:\n  enabled: false\n  interval: 10s\n  scrapeTimeout: 30s\n' },
      { values: 'serviceMonitor:\n  enabled: true\n  interval: ""\n  scrapeTimeout: 30s\n' },
    ],
  },
  *check(release) {
    for (const { interval, timeout } of release.roles.scrapes) {
      const period = parseDuration(interval.value);
      const wait = parseDuration(timeout.value);
      if (period === undefined || wait === undefined || wait <= period) continue;
      const at =
        timeout.path === undefined ? interval.path : editedPath(release, [timeout.path, interval.path]);
      const name =
        timeout.path === undefined
          ? `the chart fixes the scrape timeout at "${timeout.value}"`
          : `${formatPath(timeout.path)} is "${timeout.value}"`;
      const other = at === interval.path ? timeout.path : interval.path;
      yield {
        at,
        problem: `${formatPath(interval.path)} is "${interval.value}" and ${name}`,
        why: 'Prometheus refuses a timeout above the interval, so nothing is scraped.',
        help: `${timeout.path === undefined ? `Set the interval to at least ${timeout.value}` : 'Lower the timeout or raise the interval'}.`,
        related: other === undefined ? [] : [{ at: other, message: 'the other duration' }],
      };
    }
  },
});
