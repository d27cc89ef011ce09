import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { isHostName, isSampleHost, unsignable } from '../host-names.ts';

export const rule = defineRule({
  id: 'ingress-host-placeholder',
  severity: 'warning',
  recommended: true,
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
      for (const { host } of hosts) {
        // The schema of a known chart refuses what is no host name.
        if (host.value === '' || (certain && !isHostName(host.value))) continue;
        const name = formatPath(host.path);
        if (isSampleHost(host.value)) {
          yield {
            at: host.path,
            message: `${name} is "${host.value}", a name from documentation: nobody reaches the release under it${tls.acmeIssuer === undefined ? '' : ', and no certificate is issued for it'}. Set your own host name.`,
          };
          continue;
        }
        const reason =
          tls.covers === 'none' || tls.acmeIssuer === undefined ? undefined : unsignable(host.value);
        if (reason === undefined || tls.acmeIssuer === undefined) continue;
        yield {
          at: host.path,
          message: `${name} is "${host.value}", ${reason}, and the issuer "${tls.acmeIssuer.value}" signs public names only: the certificate order fails again and again. Use a public host name, or an issuer of your own.`,
          related: tls.acmeIssuer.fixed
            ? []
            : [{ at: tls.acmeIssuer.path, message: 'the issuer is set here' }],
        };
      }
    }
  },
});
