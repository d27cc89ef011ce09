import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { parseDuration } from '../parse-duration.ts';
import { shownValue } from '../shown-value.ts';
import { editedPath } from '../written.ts';

const SCRAPE = ['prometheus', 'scrapeInterval'];
const POLL = ['monitoring', 'interval'];

export const rule = defineRule({
  id: 'colonyos/scrape-faster-than-poll',
  chart: 'colonyos',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'Prometheus reads the monitor more often than the monitor reads the API.',
    why: 'Between two reads of the API the monitor shows the same numbers. A shorter scrape interval stores them several times and makes no graph finer.',
    source:
      'Monitoring Settings in the ColonyOS chart README; monitor and Prometheus ConfigMaps of the chart.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'monitoring:\n  interval: 60\n' },
      { chart: 'colonyos', values: 'prometheus:\n  scrapeInterval: 2s\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'monitoring:\n  interval: 60\nprometheus:\n  scrapeInterval: 1m\n' },
      { chart: 'colonyos', values: 'monitoring:\n  interval: 60\nprometheus:\n  enabled: false\n' },
    ],
  },
  *check(release) {
    const { monitoring, prometheus } = chartValues<ColonyosValues>(release);
    if (monitoring?.enabled !== true || prometheus?.enabled !== true) return;
    const poll = monitoring.interval;
    const scrape = prometheus.scrapeInterval;
    if (typeof poll !== 'number' || typeof scrape !== 'string') return;
    const seconds = parseDuration(scrape);
    if (seconds === undefined || seconds === 0 || seconds >= poll) return;
    const at = editedPath(release, [SCRAPE, POLL]);
    yield {
      at,
      problem: `prometheus.scrapeInterval is ${shownValue(release, SCRAPE, scrape)}, below monitoring.interval ${poll}`,
      why: `The monitor has new numbers every ${poll} seconds only, so the samples between are repetitions.`,
      help: 'Set both to the same time.',
      related: [
        at === SCRAPE
          ? { at: POLL, message: `the monitor reads the API every ${poll} seconds` }
          : { at: SCRAPE, message: `Prometheus reads the monitor every ${scrape}` },
      ],
    };
  },
});
