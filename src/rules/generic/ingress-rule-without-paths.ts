import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

export const rule = defineRule({
  id: 'ingress-rule-without-paths',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary: 'A host of an Ingress has no paths.',
    why: 'The template renders a rule with `paths: null`, and the API server rejects the Ingress: spec.rules[0].http.paths is required. A list of hosts replaces the default list of the chart as a whole, its paths included; setting one host by --set does the same.',
    source:
      'Kubernetes, networking/v1 validation; Helm, merging of lists (helm#11734); README examples of Atlasia and HotSwap.',
  },
  examples: {
    bad: [
      { values: 'ingress:\n  enabled: true\n  hosts:\n    - host: rollout.corp.net\n', chart: 'hotswap' },
      { values: 'ingress:\n  hosts:\n    - host: ai.corp.net\n      paths: []\n', chart: 'atlasia' },
      {
        values:
          'ingress:\n  enabled: true\n  hosts:\n    - host: a.corp.net\n      paths:\n        - path: /\n          pathType: Prefix\n    - host: b.corp.net\n',
      },
    ],
    good: [
      { values: 'ingress:\n  enabled: false\n  hosts:\n    - host: rollout.corp.net\n', chart: 'hotswap' },
      { values: 'ingress:\n  enabled: true\n  path: /\n  hosts:\n    - a.corp.net\n' },
    ],
  },
  *check(release) {
    for (const ingress of release.roles.ingresses) {
      if (!ingress.enabled) continue;
      for (const { path, host, paths } of ingress.hosts) {
        if (paths === undefined) continue;
        const { value } = paths;
        const isMissing = value === undefined || value === null;
        if (!isMissing && !(Array.isArray(value) && value.length === 0)) continue;
        const usual = valueAt(release.values.defaultAt([...ingress.path, 'hosts']), [0, 'paths']);
        const repeat = Array.isArray(usual)
          ? `the list replaces the chart's own, so repeat its ${usual.length === 1 ? 'path' : `${usual.length} paths`}`
          : 'path "/" with pathType Prefix takes everything';
        yield {
          at: value === undefined ? path : paths.path,
          problem: `The host "${host.value}" has no paths`,
          why: 'Kubernetes rejects the Ingress.',
          help: `Add ${formatPath(paths.path)}; ${repeat}.`,
        };
      }
    }
  },
});
