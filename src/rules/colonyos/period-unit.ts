import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import type { Fact } from '../../model/fact.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { parseDuration } from '../parse-duration.ts';

/** Below these a period is rather one in another unit. */
const FEWEST_MILLISECONDS = 100;
const FEWEST_SECONDS = 3600;

export const rule = defineRule({
  id: 'colonyos/period-unit',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  silentAfter: ['schema/pattern', 'schema/minimum', 'schema/type'],
  docs: {
    summary: 'A period is far too short for its unit.',
    why: 'The periods of the checkers are milliseconds and that of the retention is seconds: 1 and 7, meant as a second and a week, make the server query the database a thousand times a second and delete finished processes at once. Prometheus refuses a scrape interval of zero and does not start.',
    source: 'Comments in values.yaml of the ColonyOS chart; Prometheus configuration, scrape_interval.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'colonies:\n  cronCheckerPeriod: 1\n' },
      { chart: 'colonyos', values: 'colonies:\n  retention: true\n  retentionPolicy: 7\n' },
      { chart: 'colonyos', values: 'prometheus:\n  scrapeInterval: 0s\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'colonies:\n  cronCheckerPeriod: "1000"\n' },
      { chart: 'colonyos', values: 'colonies:\n  retention: false\n  retentionPolicy: 7\n' },
    ],
  },
  *check(release) {
    const { colonies, prometheus } = chartValues<ColonyosValues>(release);
    for (const key of ['cronCheckerPeriod', 'generatorCheckerPeriod'] as const) {
      const period = numberOf(colonies?.[key]);
      if (period === undefined || period >= FEWEST_MILLISECONDS) continue;
      yield tooShort(['colonies', key], period, {
        unit: 'milliseconds',
        why: 'The server queries the database that often.',
        help: 'The default is 1000, a second.',
      });
    }
    const retention = colonies?.retention === true ? numberOf(colonies.retentionPolicy) : undefined;
    if (retention !== undefined && retention < FEWEST_SECONDS) {
      yield tooShort(['colonies', 'retentionPolicy'], retention, {
        unit: 'seconds',
        why: 'Finished processes are deleted after that time.',
        help: 'A day is 86400, a week 604800.',
      });
    }
    const { enabled, scrapeInterval } = prometheus ?? {};
    if (enabled === true && typeof scrapeInterval === 'string' && parseDuration(scrapeInterval) === 0) {
      yield {
        at: ['prometheus', 'scrapeInterval'],
        severity: 'error',
        problem: `prometheus.scrapeInterval is "${scrapeInterval}", which is no time at all`,
        why: 'Prometheus refuses its configuration and does not start.',
        help: 'Write a number above zero and its unit, such as 10s.',
      };
    }
  },
});

function tooShort(
  at: readonly string[],
  period: number,
  { unit, why, help }: { readonly unit: string; readonly why: string; readonly help: string },
): Fact {
  const one = period === 1 ? unit.slice(0, -1) : unit;
  return { at, problem: `${at.join('.')} is ${period} ${one}`, why, help };
}

/** Both are strings of digits or numbers. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
}
