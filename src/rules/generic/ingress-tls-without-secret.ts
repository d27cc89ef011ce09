import { formatPath } from '../../model/format-path.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isUserWritten } from '../written.ts';

/** Controllers that take the certificate from the Secret that an entry names; load balancers of clouds do not. */
const FROM_SECRETS = /nginx|traefik|haproxy|contour|kong/i;

export const rule = defineRule({
  id: 'ingress-tls-without-secret',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A TLS entry of an Ingress names hosts and no Secret.',
    why: 'The controller has no certificate for the hosts then and answers with one of its own that no browser trusts; cert-manager issues none, since it does not know where to put it.',
    source:
      'Kubernetes documentation, Ingress, "TLS"; cert-manager documentation, "Annotated Ingress resource".',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  hosts:\n    - host: a.corp.net\n      paths: [{path: /, pathType: Prefix}]\n  tls:\n    - hosts: [a.corp.net]\n',
      },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  hosts:\n    - host: a.corp.net\n      paths: [{path: /, pathType: Prefix}]\n  tls:\n    - secretName: a-tls\n      hosts: [a.corp.net]\n',
      },
      {
        chart: 'hotswap',
        values:
          'ingress:\n  enabled: true\n  className: alb\n  hosts:\n    - host: a.corp.net\n      paths: [{path: /, pathType: Prefix}]\n  tls:\n    - hosts: [a.corp.net]\n',
      },
    ],
  },
  *check(release) {
    for (const { enabled, className, tls } of release.roles.ingresses) {
      const entries = valueAt(release.values.data, tls.path);
      if (!enabled || !Array.isArray(entries) || !FROM_SECRETS.test(String(className?.value))) continue;
      for (const [i, entry] of entries.entries()) {
        const at = [...tls.path, i];
        if (!isJsonObject(entry) || !isUserWritten(release, at)) continue;
        if (!Array.isArray(entry.hosts) || entry.hosts.length === 0 || isNamed(entry.secretName)) continue;
        yield {
          at,
          problem: `${formatPath(at)} names no Secret`,
          why: 'The controller answers with a certificate of its own, which no browser trusts, and cert-manager issues none.',
          help: 'Add secretName with the name of the Secret that holds the certificate, or shall hold it.',
        };
      }
    }
  },
});

function isNamed(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
