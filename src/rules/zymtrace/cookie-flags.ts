import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

const FLAGS = [
  {
    key: 'secure',
    why: 'Browsers then send sessions in clear text as well.',
    help: 'Leave it on: it is off in tests without TLS alone.',
  },
  {
    key: 'httpOnly',
    why: 'Any script of the page can then read the session.',
    help: 'Leave it on.',
  },
];

export const rule = defineRule({
  id: 'zymtrace/cookie-flags',
  chart: 'zymtrace',
  chartVersions: '>=25.11.4',
  severity: 'warning',
  recommended: true,
  production: 'error',
  docs: {
    summary: 'The cookie that holds a session goes over plain HTTP, or scripts can read it.',
    why: 'Whoever gets the cookie is logged in as its owner. Both flags are on by default; the comments of the chart turn them off for tests alone. In production this is an error.',
    source: 'Authentication in the README of the zymtrace chart; RFC 6265, Secure and HttpOnly.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values: 'auth:\n  type: local\n  cookie:\n    secure: false\n',
      },
      {
        chart: 'zymtrace',
        values: 'auth:\n  type: local\n  cookie:\n    httpOnly: false\n',
        environment: 'production',
      },
    ],
    good: [
      { chart: 'zymtrace', values: 'auth:\n  type: local\n  cookie:\n    sameSite: strict\n' },
      { chart: 'zymtrace', values: 'auth:\n  type: none\n  cookie:\n    secure: false\n' },
      {
        chart: 'zymtrace',
        values: 'auth:\n  type: local\n  cookie:\n    secure: false\n',
        environment: 'development',
      },
    ],
  },
  *check(release) {
    const { environment } = release.roles;
    const { data } = release.values;
    const type = valueAt(data, ['auth', 'type']);
    if (type !== 'local' && type !== 'oidc') return;
    if (environment === 'development' || environment === 'test') return;
    for (const { key, why, help } of FLAGS) {
      const at = ['auth', 'cookie', key];
      if (valueAt(data, at) !== false) continue;
      yield {
        at,
        severity: environment === 'production' ? 'error' : 'warning',
        problem: `${at.join('.')} is false`,
        why,
        help,
      };
    }
  },
});
