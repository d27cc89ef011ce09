import type { OssaValues } from '../../charts/ossa-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const AUTH = ['redis', 'auth'];
const ENABLED = [...AUTH, 'enabled'];

export const rule = defineRule({
  id: 'ossa/redis-auth',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Redis asks for a password, and the URL that the services get has none.',
    why: 'The chart builds REDIS_URL from the host alone, and the Bitnami chart switches password protection on unless redis.auth.enabled is false. Each command of the services is answered with NOAUTH. Without a password, a NetworkPolicy of your own should let only the services in.',
    source: '_helpers.tpl of the chart (ossa.redisUrl); Bitnami Redis chart 17.x, auth.enabled.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'redis:\n  architecture: standalone\n' },
      { chart: 'ossa', values: 'redis:\n  auth:\n    enabled: true\n' },
    ],
    good: [
      { chart: 'ossa', values: 'redis:\n  auth:\n    enabled: false\n' },
      {
        chart: 'ossa',
        values: 'redis:\n  enabled: false\nexternalRedis:\n  url: redis://redis.data.svc:6379\n',
      },
    ],
  },
  *check(release) {
    const { redis } = chartValues<OssaValues>(release);
    if (redis?.enabled !== true || redis.auth?.enabled === false) return;
    const title = 'Let Redis do without a password';
    const fix = isUserWritten(release, ENABLED)
      ? { title, safe: false, replace: [{ at: ENABLED, text: 'false' }] }
      : isUserWritten(release, AUTH)
        ? { title, safe: false, insert: [{ at: ENABLED, text: 'false' }] }
        : { title, safe: false, insert: [{ at: AUTH, text: '\n  enabled: false' }] };
    yield {
      at: ENABLED,
      problem:
        'Redis asks for a password (redis.auth.enabled is true in its chart), but the chart writes none into REDIS_URL',
      why: 'Every command of the services fails with NOAUTH.',
      help: 'Set redis.auth.enabled to false, or turn redis off and give externalRedis.url with the password.',
      ...(isUserWritten(release, ['redis']) ? { fix } : {}),
    };
  },
});
