import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { shownValue } from '../shown-value.ts';
import { editedPath } from '../written.ts';

const MINUTE = ['config', 'rateLimiting', 'requestsPerMinute'];
const HOUR = ['config', 'rateLimiting', 'requestsPerHour'];

export const rule = defineRule({
  id: 'hotswap/rate-limit-order',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'One of the two rate limits can never be reached.',
    why: 'With fewer requests per hour than per minute the hour is used up within a minute, and clients are locked out for the other 59. With more than 60 times the limit of a minute the limit of the hour is never reached, so it does not limit anything.',
    source: 'config.rateLimiting in the values.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'config:\n  rateLimiting:\n    requestsPerMinute: 2000\n' },
      { chart: 'hotswap', values: 'config:\n  rateLimiting:\n    requestsPerHour: 20000\n' },
    ],
    good: [
      {
        chart: 'hotswap',
        values: 'config:\n  rateLimiting:\n    requestsPerMinute: 300\n    requestsPerHour: 18000\n',
      },
      {
        chart: 'hotswap',
        values: 'config:\n  rateLimiting:\n    enabled: false\n    requestsPerMinute: 2000\n',
      },
    ],
  },
  *check(release) {
    const limits = chartValues<HotswapValues>(release).config?.rateLimiting;
    const minute = limits?.requestsPerMinute;
    const hour = limits?.requestsPerHour;
    if (limits?.enabled !== true || typeof minute !== 'number' || typeof hour !== 'number') return;
    if (minute < 1 || hour < 1 || (hour >= minute && hour <= 60 * minute)) return;
    const at = editedPath(release, [HOUR, MINUTE]);
    const related = [
      at === HOUR
        ? { at: MINUTE, message: `${minute} requests per minute` }
        : { at: HOUR, message: `${hour} requests per hour` },
    ];
    const perMinute = shownValue(release, MINUTE, minute);
    const perHour = shownValue(release, HOUR, hour);
    yield hour < minute
      ? {
          at,
          problem: `config.rateLimiting allows ${perMinute} requests per minute and ${perHour} per hour`,
          why: 'One busy minute uses up the hour, and clients are refused for the rest of it.',
          help: 'Raise requestsPerHour, or lower requestsPerMinute.',
          related,
        }
      : {
          at,
          severity: 'info',
          problem: `config.rateLimiting.requestsPerHour is ${perHour}, more than 60 times the ${perMinute} of requestsPerMinute`,
          why: 'It is never reached and limits nothing.',
          help: `Lower it to at most ${60 * minute}, or raise requestsPerMinute.`,
          related,
        };
  },
});
