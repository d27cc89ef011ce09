import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const PATH = ['vault', 'authMethod'];

export const rule = defineRule({
  id: 'hotswap/vault-token-production',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'In production the application logs in at Vault with a stored credential.',
    why: 'A token in the Secret of the release works for whoever reads it and stops working for everybody when it expires, since nothing renews it. With the method kubernetes each pod logs in with its own short-lived service account token and nothing is stored. AppRole lies between the two: it stores a secret id, which Vault can tie to addresses and limit in uses; that is a remark only.',
    source:
      'Production Deployment Checklist of the HotSwap README; secret.yaml of the chart; Vault documentation, Kubernetes auth method.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'vault:\n  authMethod: token\n  token: hvs.CAESIGq7Xw2Lm9\n' },
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Production\nvault:\n  authMethod: approle\n  appRole:\n    roleId: 3c9d2b7a-0e45-4f6b-8a11-5d7e9f0c2b46\n',
      },
    ],
    good: [
      { chart: 'hotswap', values: 'vault:\n  authMethod: kubernetes\n' },
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Development\nvault:\n  authMethod: token\n  token: hvs.CAESIGq7Xw2Lm9\n',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    const method = chartValues<HotswapValues>(release).vault?.authMethod;
    if (method === 'token') {
      yield {
        at: PATH,
        problem: 'vault.authMethod is "token" in production',
        why: 'The token lies in the Secret of the release, and the login ends when it expires.',
        help: 'Use kubernetes, with which each pod logs in by its service account.',
      };
    } else if (method === 'approle') {
      yield {
        at: PATH,
        severity: 'info',
        problem: 'vault.authMethod is "approle" in production',
        why: 'That keeps a secret id in the Secret of the release.',
        help: 'Use kubernetes, which the checklist of the chart prefers: with it nothing is stored.',
      };
    }
  },
});
