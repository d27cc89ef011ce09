import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { isHostName, isSampleHost, unsignable } from '../host-names.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'ingress-host-placeholder',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'The host of an Ingress is a name from documentation, or one that an ACME issuer cannot sign.',
    why: 'Nobody reaches the release under example.com. An ACME issuer such as Let’s Encrypt checks the name from outside: for example.com, localhost, .local names and IP addresses the order fails again and again, and browsers get the default certificate of the controller.',
    source: 'RFC 2606; Let’s Encrypt, Challenge Types; TLS requirements in the ColonyOS README.',
  },
  examples: {
    bad: [
      { values: 'ingress:\n  enabled: true\n', chart: 'hotswap' },
      {
        values:
          'ingress:\n  hosts:\n    - host: localhost\n      paths:\n        - path: /\n          backend: frontend\n',
        chart: 'atlasia',
      },
    ],
    good: [
      { values: 'ingress:\n  enabled: false\n', chart: 'ossa' },
      { values: 'ingress:\n  enabled: true\n  hosts:\n    - host: shop.local\n      paths: [{path: /}]\n' },
    ],
  },
  *check(release) {
    for (const { enabled, certain, hosts, tls } of release.roles.ingresses) {
      if (!enabled) continue;
      const acme = tls.acmeIssuer;
      const order = acme === undefined ? '' : ', and no certificate is issued for it';
      const samples = hosts.map(({ host }) => host).filter(({ value }) => isSampleHost(value));
      const written = samples.filter(({ path }) => isUserWritten(release, path));
      const [first] = samples;
      // Hosts that come with the chart are one thing that nobody has set yet.
      for (const host of written.length > 0 || first === undefined ? written : [first]) {
        const others = written.length > 0 ? [] : samples.slice(1).map(({ value }) => `"${value}"`);
        const also =
          others.length === 0 ? '' : ` (as ${others.length === 1 ? 'is' : 'are'} ${listWords(others)})`;
        yield {
          at: host.path,
          problem: `${formatPath(host.path)} is "${host.value}", a name from documentation${also}`,
          why: `Nobody reaches the release under it${order}.`,
          help: 'Set your own host name.',
        };
      }
      if (acme === undefined || tls.covers === 'none') continue;
      for (const { host } of hosts) {
        // The schema of a known chart refuses what is no host name.
        if (host.value === '' || isSampleHost(host.value) || (certain && !isHostName(host.value))) continue;
        const reason = unsignable(host.value);
        if (reason === undefined) continue;
        yield {
          at: host.path,
          problem: `${formatPath(host.path)} is "${host.value}", ${reason}`,
          why: `The issuer "${acme.value}" signs public names only: the certificate order fails again and again.`,
          help: 'Use a public host name, or an issuer of your own.',
          related: acme.fixed ? [] : [{ at: acme.path, message: 'the issuer is set here' }],
        };
      }
    }
  },
});
