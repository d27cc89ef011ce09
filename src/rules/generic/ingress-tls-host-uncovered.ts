import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { HostCover } from '../host-names.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'ingress-tls-host-uncovered',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'The certificates of an Ingress are for other hosts than its rules.',
    why: 'For a host without a certificate the controller serves its own default one and browsers warn. It happens when the hosts are changed and the tls list of the chart stays. The other way round, a certificate for a host that no rule serves cannot be validated by ACME.',
    source: 'Kubernetes documentation, Ingress, "TLS"; README examples of HotSwap and Atlasia.',
  },
  examples: {
    bad: [
      {
        values:
          'ingress:\n  enabled: true\n  hosts:\n    - host: rollout.corp.net\n      paths: [{path: /, pathType: Prefix}]\n',
        chart: 'hotswap',
      },
      {
        values:
          'ingress:\n  enabled: true\n  hosts: [a.corp.net, b.corp.net]\n  tls:\n    - secretName: wild\n      hosts: ["*.dev.corp.net"]\n',
      },
    ],
    good: [
      {
        values:
          'ingress:\n  enabled: true\n  hosts: [a.corp.net]\n  tls:\n    - secretName: wild\n      hosts: ["*.corp.net"]\n',
      },
      { values: 'ingress:\n  enabled: true\n  hosts: [a.corp.net]\n  tls:\n    - secretName: any\n' },
    ],
  },
  *check(release) {
    for (const { enabled, hosts, tls } of release.roles.ingresses) {
      if (!enabled || tls.covers !== 'hosts') continue;
      const named = hosts.map(({ host }) => host).filter(({ value }) => value !== '');
      const cover = new HostCover(
        tls.hosts.map(({ value }) => value),
        named.map(({ value }) => value),
      );
      const uncovered = named.filter(({ value }) => !cover.isCovered(value));
      const covered = listWords(tls.hosts.map(({ value }) => `"${value}"`));
      const related = tls.hosts.map(({ path, value }) => ({
        at: path,
        message: `a certificate for "${value}"`,
      }));
      for (const host of uncovered) {
        const isDefault = !isUserWritten(release, tls.path);
        const last = tls.hosts.at(-1)!;
        const unused = !last.value.startsWith('*') && !cover.isUsed(last.value);
        yield {
          at: host.path,
          problem: `The host "${host.value}" has no certificate`,
          why: `${formatPath(tls.path)} ${isDefault ? "is the chart's default and " : ''}covers ${covered}, so browsers get the controller's own certificate and warn.`,
          help: `Add the host to ${formatPath(tls.path)}.`,
          related,
          ...(unused && tls.hosts.length === 1 && uncovered.length === 1
            ? {
                fix: {
                  title: `Cover ${host.value} instead of ${last.value}`,
                  safe: false,
                  replace: [{ at: last.path, text: host.value }],
                },
              }
            : {}),
        };
      }
      // With an uncovered host beside it, a stray certificate is the same mistake.
      if (uncovered.length > 0 || named.length === 0 || named.length < hosts.length) continue;
      for (const { path, value } of tls.hosts) {
        if (cover.isUsed(value)) continue;
        yield {
          at: path,
          severity: tls.acmeIssuer === undefined ? 'info' : 'warning',
          problem: `${formatPath(path)} is "${value}", a host that no rule of this Ingress serves${tls.acmeIssuer === undefined ? '' : ': an ACME order fails for all its hosts when one of them cannot be validated'}`,
          help: 'Add a rule for it, or remove it.',
        };
      }
    }
  },
});
