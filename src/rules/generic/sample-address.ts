import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { hostOfUrl, isSampleHost } from '../host-names.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'sample-address',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  silentAfter: ['zymtrace/sample-address', 'placeholder-value'],
  docs: {
    summary: 'A service that the release talks to has an address from documentation.',
    why: 'Names such as vault.example.com are reserved for examples and lead nowhere. The release starts, and whatever needs the vault, the model, the collector or the database fails.',
    source: 'RFC 2606; production overlays of HotSwap and OSSA.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'vault:\n  address: https://vault-prod.example.com\n' },
      { values: 'oidc:\n  issuerUrl: https://login.example.com/realms/main\n' },
    ],
    good: [
      { chart: 'hotswap', values: 'vault:\n  address: https://vault.corp.net\n' },
      { chart: 'atlasia', values: 'vault:\n  enabled: false\n  address: https://vault.example.com\n' },
      {
        values: 'replicaCount: 2\n',
        defaults: 'replicaCount: 1\noidc:\n  issuerUrl: https://login.example.com\n',
      },
    ],
  },
  *check(release) {
    for (const { path, url, active } of release.roles.endpoints) {
      const host = hostOfUrl(url);
      if (!active || host === undefined || !isSampleHost(host) || !isUserWritten(release, path)) continue;
      yield {
        at: path,
        problem: `${formatPath(path)} leads to "${host}", a name from documentation`,
        why: 'Nothing answers there.',
        help: 'Set the address of your own.',
      };
    }
  },
});
