import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { isHostName } from '../host-names.ts';
import { listWords } from '../list-words.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'cors-missing-ingress-host',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'The CORS origins do not go with the host of the Ingress.',
    why: 'The host was changed and the list of origins still has the pages of another domain, mostly the placeholder of the chart: the browser refuses the answers of the API to your own pages.',
    source: 'Install commands of the Atlasia README, which set both together; values.yaml of HotSwap.',
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
          'ingress:\n  hosts:\n    - host: ai.corp.net\n      paths: [{path: /, pathType: Prefix, backend: frontend}]\nconfig:\n  cors:\n    allowedOrigins: https://www.corp.net\n',
        chart: 'atlasia',
      },
    ],
    good: [
      {
        values:
          'ingress:\n  enabled: true\n  hosts:\n    - host: api.corp.net\n      paths: [{path: /, pathType: Prefix}]\nconfig:\n  corsOrigins: [https://console.corp.net]\n',
        chart: 'hotswap',
      },
      { values: '{}\n', chart: 'atlasia' },
    ],
  },
  *check(release) {
    const ingresses = release.roles.ingresses.filter(({ enabled }) => enabled);
    const hosts = ingresses.flatMap((ingress) => ingress.hosts.map(({ host }) => host));
    for (const { path, certain, origins, sameHost } of release.roles.cors) {
      if (!certain || origins.length === 0 || origins.some(({ value }) => value.includes('*'))) continue;
      const allowed = origins.flatMap(({ value }) => hostOf(value) ?? []);
      const missing = hosts.filter(({ value }) => {
        const goesWith = (origin: string): boolean =>
          origin === value.toLowerCase() || (!sameHost && domainOf(origin) === domainOf(value));
        return isHostName(value) && !value.includes('*') && !allowed.some(goesWith);
      });
      const [first, ...others] = missing.map((host) => host.path);
      if (first === undefined) continue;
      const at = editedPath(release, [first, ...others, path]);
      const list = listWords([...new Set(origins.map(({ value }) => `"${value}"`))]);
      const names = missing.map(({ value }) => `"${value}"`);
      yield {
        at,
        problem: `${formatPath(path)} lacks ${listWords(names, 'and', 2)}, which the Ingress serves`,
        why: `It allows ${list} only: browsers refuse the answers to pages ${sameHost ? 'on that host' : 'of that domain'}.`,
        help: `Add ${listWords(missing.map(({ value }) => `"https://${value}"`))}${sameHost ? '' : ', or the origin of your pages'}.`,
        related: [
          { at: at === path ? first : path, message: at === path ? 'the host' : 'the allowed origins' },
        ],
      };
    }
  },
});

function hostOf(origin: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/:?#]+)/i.exec(origin)?.[1]?.toLowerCase();
}

/** The last two labels: pages and API of one owner mostly share them. */
function domainOf(host: string): string {
  return host.toLowerCase().split('.').slice(-2).join('.');
}
