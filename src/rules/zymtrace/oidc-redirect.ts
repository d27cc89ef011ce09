import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isEmptySetting } from '../is-empty.ts';

const TYPE = ['auth', 'type'];
const REDIRECT = ['auth', 'oidc', 'provider', 'redirectUri'];
const HOST = ['ingress', 'hosts', 'gateway', 'host'];

export const rule = defineRule({
  id: 'zymtrace/oidc-redirect',
  chart: 'zymtrace',
  chartVersions: '>=25.11.4',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'Sign-in by OpenID Connect has no address to come back to.',
    why: 'The chart takes auth.oidc.provider.redirectUri, else makes it from the host of the gateway. Without either it stops.',
    source: 'auth-configmap.yaml of the chart.',
  },
  examples: {
    bad: [{ chart: 'zymtrace@26.8.4', values: 'auth:\n  type: oidc\n' }],
    good: [
      {
        chart: 'zymtrace@26.8.4',
        values:
          'auth:\n  type: oidc\n  oidc:\n    provider:\n      redirectUri: https://zym.corp.net/api/v1/oauth2/callback\n',
      },
      {
        chart: 'zymtrace@26.8.4',
        values: 'auth:\n  type: oidc\ningress:\n  hosts:\n    gateway:\n      host: zym.corp.net\n',
      },
      { chart: 'zymtrace@26.8.4', values: 'auth:\n  type: local\n' },
    ],
  },
  *check(release) {
    const { data } = release.values;
    if (valueAt(data, TYPE) !== 'oidc') return;
    if (
      [REDIRECT, HOST].some(
        (path) => !isEmptySetting(valueAt(data, path)) || isProvided(release.context, path),
      )
    )
      return;
    yield {
      at: TYPE,
      problem: 'auth.type is "oidc", and no address to come back to is known',
      why: 'The chart does not render without auth.oidc.provider.redirectUri or ingress.hosts.gateway.host.',
      help: 'Set ingress.hosts.gateway.host, or the address itself: https://HOST/api/v1/oauth2/callback.',
    };
  },
});
