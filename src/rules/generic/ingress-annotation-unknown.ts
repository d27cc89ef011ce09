import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { NGINX_ANNOTATIONS, NGINX_PREFIX } from '../nginx-annotations.ts';

/** Names that people expect, and what ingress-nginx calls it. */
const MEANT: Readonly<
  Record<string, { readonly names: string; readonly rename?: string; readonly safe?: boolean }>
> = {
  'rate-limit-rps': { names: 'limit-rps', rename: 'limit-rps', safe: true },
  'rate-limit-rpm': { names: 'limit-rpm', rename: 'limit-rpm', safe: true },
  'rate-limit': {
    names: 'limit-rps (requests per second), limit-rpm (per minute) or limit-connections',
    rename: 'limit-rps',
  },
};

export const rule = defineRule({
  id: 'ingress-annotation-unknown',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  silentAfter: ['zymtrace/ingress-duplicate-annotation'],
  docs: {
    summary: 'An annotation with the prefix of ingress-nginx that ingress-nginx does not have.',
    why: 'The controller ignores annotations that it does not know, without a message. With `rate-limit`, which looks right and does not exist, the values promise a limit and every client sends as much as it likes.',
    source: 'ingress-nginx documentation, Annotations, "Rate limiting", and Annotations Scope and Risk.',
  },
  examples: {
    bad: [
      { values: '{}\n', chart: 'atlasia' },
      {
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/rate-limit-rps: "50"\n',
        chart: 'hotswap',
      },
      {
        values:
          'ingress:\n  enabled: true\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-bodysize: 8m\n',
      },
    ],
    good: [
      {
        values:
          'ingress:\n  annotations:\n    nginx.ingress.kubernetes.io/rate-limit: null\n    nginx.ingress.kubernetes.io/limit-rps: "50"\n',
        chart: 'atlasia',
      },
      { values: 'ingress:\n  enabled: true\n  annotations:\n    nginx.org/rate-limit: "5"\n' },
      {
        values:
          'ingress:\n  enabled: false\n  annotations:\n    nginx.ingress.kubernetes.io/rate-limit: "5"\n',
      },
    ],
  },
  *check(release) {
    for (const { enabled, annotations } of release.roles.ingresses) {
      if (!enabled) continue;
      const present = new Set(annotations.map(({ path }) => String(path.at(-1))));
      for (const { path, value } of annotations) {
        const key = String(path.at(-1));
        if (!key.startsWith(NGINX_PREFIX) || value === null) continue;
        const name = key.slice(NGINX_PREFIX.length);
        if (NGINX_ANNOTATIONS.has(name)) continue;
        const meant = MEANT[name] ?? nearest(name);
        const free = meant?.rename !== undefined && !present.has(NGINX_PREFIX + meant.rename);
        yield {
          at: path,
          part: 'key',
          problem: `ingress-nginx has no annotation "${name}" and ignores it without a message`,
          why: `The value ${valueText(value)} has no effect.`,
          help: `${meant === undefined ? 'Look its name up in the documentation of ingress-nginx, or remove it.' : `Use ${meant.names}.`}`,
          ...(meant?.rename !== undefined && free
            ? {
                fix: {
                  title: `Rename it to ${meant.rename}`,
                  safe: meant.safe === true,
                  replace: [{ at: path, part: 'key' as const, text: NGINX_PREFIX + meant.rename }],
                },
              }
            : {}),
        };
      }
    }
  },
});

function nearest(name: string): (typeof MEANT)[string] | undefined {
  const best = nearestName(name, knownNames([...NGINX_ANNOTATIONS]));
  return best === undefined ? undefined : { names: best, rename: best };
}
