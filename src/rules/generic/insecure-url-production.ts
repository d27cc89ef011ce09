import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { localHost } from '../local-host.ts';

export const rule = defineRule({
  id: 'insecure-url-production',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'In production a vault, model, tracing or database address outside the cluster is plain HTTP.',
    why: 'Tokens, passwords and data go over the network in clear text, and everybody on the way can read and change them. Addresses inside the cluster are left alone.',
    source: 'Production checklist of the HotSwap README (TLS for Vault); RFC 6750, section 5.3.',
  },
  examples: {
    bad: [
      { values: 'vault:\n  address: http://vault.tools.corp.net:8200\n', chart: 'hotswap' },
      { values: 'oidc:\n  issuerUrl: http://login.corp.com/realm\n', environment: 'production' },
    ],
    good: [
      { values: 'vault:\n  address: http://vault.tools.svc.cluster.local:8200\n', chart: 'hotswap' },
      { values: 'vault:\n  address: http://vault.tools:8200\n', chart: 'hotswap' },
      { values: 'oidc:\n  issuerUrl: https://login.corp.com/realm\n', environment: 'production' },
      { values: 'oidc:\n  issuerUrl: http://login.corp.com/realm\n' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    for (const { path, url, active } of release.roles.endpoints) {
      const host = /^http:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(url)?.[1];
      if (!active || host === undefined || host.includes('{') || localHost(host)) continue;
      yield {
        at: path,
        problem: `${formatPath(path)} sends to "${host}" over plain HTTP in production`,
        why: 'Tokens and data leave the cluster in clear text.',
        help: 'Use https.',
      };
    }
  },
});
