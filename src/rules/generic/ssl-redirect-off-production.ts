import { defineRule } from '../../model/rule.ts';
import { NGINX_PREFIX } from '../nginx-annotations.ts';
import { isUserWritten } from '../written.ts';

const KEYS = new Set([`${NGINX_PREFIX}ssl-redirect`, `${NGINX_PREFIX}force-ssl-redirect`]);

export const rule = defineRule({
  id: 'ssl-redirect-off-production',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'In production an Ingress with TLS answers over plain HTTP as well.',
    why: 'ingress-nginx sends visitors of an Ingress with TLS from HTTP to HTTPS. With the redirect off, whoever types the name without https, or follows an old link, sends passwords and tokens in clear text.',
    source: 'ingress-nginx documentation, Annotations, "Server-side HTTPS enforcement through redirect".',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        environment: 'production',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: "false"\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        environment: 'production',
        values:
          'ingress:\n  enabled: true\n  tls: []\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: "false"\n',
      },
      {
        chart: 'ossa',
        environment: 'staging',
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: "false"\n',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    for (const { enabled, tls, annotations } of release.roles.ingresses) {
      if (!enabled || tls.covers === 'none') continue;
      for (const { path, value } of annotations) {
        if (!KEYS.has(String(path.at(-1))) || String(value) !== 'false') continue;
        if (!isUserWritten(release, path)) continue;
        yield {
          at: path,
          problem: `In production the annotation "${path.at(-1)}" is "false"`,
          why: 'Whoever comes over plain HTTP stays there, and passwords and tokens go in clear text.',
          help: 'Remove it: with TLS the redirect is on by itself.',
          related: [{ at: tls.path, message: 'the Ingress has TLS' }],
        };
      }
    }
  },
});
