import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { editedPath } from '../written.ts';

const ACCESS = ['config', 'jwt', 'accessTokenExpirationMinutes'];
const REFRESH = ['config', 'jwt', 'refreshTokenExpirationDays'];
const MINUTES_PER_DAY = 1440;

export const rule = defineRule({
  id: 'atlasia/token-lifetimes',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'An access token lives as long as the token that renews it, or longer.',
    why: 'Access tokens are checked without asking anybody and cannot be called back, so they live minutes; the refresh token lives days and is asked for the next one. The other way round it renews nothing, and a stolen access token works for all that time. Most often one number is in the unit of the other.',
    source: 'values.yaml of the Atlasia chart (config.jwt); RFC 6749, sections 1.4 and 1.5.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'config:\n  jwt:\n    accessTokenExpirationMinutes: "86400"\n' },
      {
        chart: 'atlasia',
        values:
          'config:\n  jwt:\n    accessTokenExpirationMinutes: "2880"\n    refreshTokenExpirationDays: "1"\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'config:\n  jwt:\n    accessTokenExpirationMinutes: "60"\n' },
      { chart: 'atlasia', values: 'config:\n  jwt:\n    refreshTokenExpirationDays: "30"\n' },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const [minutes, days] = [valueAt(data, ACCESS), valueAt(data, REFRESH)];
    if (!isCount(minutes) || !isCount(days) || Number(minutes) < Number(days) * MINUTES_PER_DAY) return;
    const at = editedPath(release, [ACCESS, REFRESH]);
    yield {
      at,
      problem: `config.jwt lets access tokens live ${minutes} minutes and refresh tokens ${days} days`,
      why: 'The refresh token ends first and renews nothing; a stolen access token works for all that time.',
      help: 'Let access tokens live minutes, 15 for example.',
      related: [{ at: at === ACCESS ? REFRESH : ACCESS, message: 'the other lifetime' }],
    };
  },
});

/** A number above 0, or the digits of one, as the chart writes them. */
function isCount(value: unknown): value is string | number {
  return (typeof value === 'string' && /^[1-9]\d*$/.test(value)) || (typeof value === 'number' && value > 0);
}
