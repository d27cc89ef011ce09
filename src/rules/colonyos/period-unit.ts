import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import type { Fact } from '../../model/fact.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { parseDuration } from '../parse-duration.ts';

/** Below these a period is rather one in another unit. */
const FEWEST_MILLISECONDS = 100;
const FEWEST_SECONDS = 3600;
const SHORTEST_SCRAPE = 1;

/** Above these many seconds a period is rather one in milliseconds. */
const MOST_SECONDS = {
  retentionPolicy: 10 * 365 * 86400,
  connMaxLifetime: 86400,
  connMaxIdleTime: 86400,
  interval: 3600,
} as const;

/** Queries of Prometheus look back that many seconds for the last sample. */
const LOOKBACK = 300;

export const rule = defineRule({
  id: 'colonyos/period-unit',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  silentAfter: ['schema/pattern', 'schema/minimum', 'schema/type'],
  docs: {
    summary: 'A period is far too short or too long for its unit.',
    why: 'The periods of the checkers are milliseconds and that of the retention is seconds: 1 and 7, meant as a second and a week, make the server query the database a thousand times a second and delete finished processes at once. Prometheus refuses a scrape interval of zero and does not start, and one above five minutes leaves gaps, since queries look back no further. Seconds written as milliseconds keep connections for days.',
    source: 'Comments in values.yaml of the ColonyOS chart; Prometheus configuration, scrape_interval.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'colonies:\n  cronCheckerPeriod: 1\n' },
      { chart: 'colonyos', values: 'colonies:\n  retention: true\n  retentionPolicy: 7\n' },
      { chart: 'colonyos', values: 'prometheus:\n  scrapeInterval: 0s\n' },
      { chart: 'colonyos', values: 'prometheus:\n  scrapeInterval: 10ms\n' },
      { chart: 'colonyos', values: 'prometheus:\n  scrapeInterval: 1h\n' },
      { chart: 'colonyos', values: 'database:\n  connectionPool:\n    connMaxLifetime: 300000\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'colonies:\n  cronCheckerPeriod: "1000"\n' },
      { chart: 'colonyos', values: 'colonies:\n  retention: false\n  retentionPolicy: 7\n' },
    ],
  },
  *check(release) {
    const { colonies, database, monitoring, prometheus } = chartValues<ColonyosValues>(release);
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
    if (retention !== undefined) yield* tooLong(['colonies', 'retentionPolicy'], retention);
    for (const key of ['connMaxLifetime', 'connMaxIdleTime'] as const) {
      yield* tooLong(['database', 'connectionPool', key], numberOf(database?.connectionPool?.[key]));
    }
    if (monitoring?.enabled === true)
      yield* tooLong(['monitoring', 'interval'], numberOf(monitoring.interval));
    const { enabled, scrapeInterval } = prometheus ?? {};
    if (enabled !== true || typeof scrapeInterval !== 'string') return;
    const scrape = parseDuration(scrapeInterval);
    if (scrape === undefined) return;
    if (scrape > 0 && (scrape < SHORTEST_SCRAPE || scrape > LOOKBACK)) {
      yield {
        at: ['prometheus', 'scrapeInterval'],
        problem: `prometheus.scrapeInterval is "${scrapeInterval}"`,
        why:
          scrape > LOOKBACK
            ? 'Queries look back five minutes, so graphs have gaps and alerts flap.'
            : 'Prometheus asks the monitor many times a second, and its volume fills up.',
        help: 'The default is 10s.',
      };
    }
    if (scrape === 0) {
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

function* tooLong(at: readonly string[], seconds: number | undefined): Iterable<Fact> {
  const key = at.at(-1) as keyof typeof MOST_SECONDS;
  if (seconds === undefined || seconds <= MOST_SECONDS[key]) return;
  yield {
    at,
    problem: `${at.join('.')} is ${seconds} seconds, ${Math.round(seconds / 3600)} hours`,
    why: 'The value is seconds; so many look like milliseconds.',
    help: `If ${seconds} milliseconds were meant, write ${Math.round(seconds / 1000)}.`,
  };
}

/** Both are strings of digits or numbers. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
}
