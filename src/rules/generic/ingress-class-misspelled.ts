import { formatPath } from '../../model/format-path.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';

/** Classes that controllers make for themselves, long enough to be told from a name that somebody gave. */
const CLASSES = ['nginx', 'traefik', 'haproxy', 'contour', 'cilium'];
const KNOWN = knownNames(CLASSES);

export const rule = defineRule({
  id: 'ingress-class-misspelled',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  silentAfter: ['dns-name-invalid', 'schema/pattern'],
  docs: {
    summary: 'The class of an Ingress is a misspelling of the name of a well-known controller.',
    why: 'Under a class that does not exist no controller takes the Ingress up: it gets no address, and nobody says why. Names that people gave their classes (`internal`, `nginx-lan`) are not reported.',
    source:
      'Kubernetes documentation, Ingress class; READMEs of the ColonyOS chart (nginx or traefik) and the zymtrace chart (nginx, traefik, alb).',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'network:\n  ingressController: ngnix\n' },
      { chart: 'zymtrace', values: 'ingress:\n  enabled: true\n  className: traefic\n' },
      { values: 'ingress:\n  enabled: true\n  className: ngnix\n  hosts: []\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'network:\n  ingressController: nginx\n' },
      { chart: 'colonyos', values: 'network:\n  ingressController: nginx-internal\n' },
      { chart: 'colonyos', values: 'network:\n  ingress: false\n  ingressController: ngnix\n' },
      { values: 'ingress:\n  enabled: true\n  className: alb\n  hosts: []\n' },
    ],
  },
  *check(release) {
    for (const { enabled, className } of release.roles.ingresses) {
      if (!enabled || className === undefined) continue;
      const { path, value } = className;
      if (CLASSES.some((name) => value.includes(name))) continue;
      const meant = nearestName(value, KNOWN, 'slip');
      if (meant === undefined) continue;
      yield {
        at: path,
        problem: `${formatPath(path)} is "${value}", which looks like a typing error`,
        why: 'No controller takes up an Ingress of a class that does not exist.',
        help: `Did you mean "${meant}"?`,
        fix: { title: `Write ${meant}`, safe: false, replace: [{ at: path, text: meant }] },
      };
    }
  },
});
