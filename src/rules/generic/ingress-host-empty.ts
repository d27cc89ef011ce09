import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

export const rule = defineRule({
  id: 'ingress-host-empty',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'An Ingress is on and a host is empty or missing.',
    why: 'A rule without a host takes the traffic of every name that no other Ingress claims, and there is no name that a certificate could be issued for. The chart renders it without complaint.',
    source: 'Kubernetes documentation, Ingress, "Ingress rules"; values.yaml of zymtrace and ColonyOS.',
  },
  examples: {
    bad: [
      { values: 'ingress:\n  enabled: true\n', chart: 'zymtrace' },
      {
        values:
          'ingress:\n  enabled: true\n  hosts:\n    - paths:\n        - path: /\n          pathType: Prefix\n',
        chart: 'hotswap',
      },
    ],
    good: [
      { values: 'ingress:\n  enabled: false\n', chart: 'zymtrace' },
      { values: 'ingress:\n  enabled: true\n  hosts:\n    ui:\n      enabled: false\n', chart: 'zymtrace' },
      { values: 'ingress:\n  enabled: true\n  hosts:\n    - host: ""\n      paths:\n        - path: /\n' },
    ],
  },
  *check(release) {
    for (const { enabled, certain, hosts, switch: on, tls } of release.roles.ingresses) {
      if (!enabled) continue;
      for (const { path: item, host } of hosts) {
        if (host.value !== '') continue;
        // Elsewhere a rule for every name may be wanted; a certificate without a name never is.
        if (!certain && tls.acmeIssuer === undefined) continue;
        const isThere = valueAt(release.values.data, host.path) !== undefined;
        yield {
          at: isThere ? host.path : item,
          severity: certain ? 'error' : 'warning',
          problem: `${formatPath(host.path)} is empty and the Ingress is on`,
          why: 'Its rule catches the traffic of every name, and no certificate can be issued.',
          help: `Set the host name, or turn ${formatPath(on)} off.`,
        };
      }
    }
  },
});
