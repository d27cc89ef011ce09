import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const HOSTS = ['ingress', 'hosts'];

export const rule = defineRule({
  id: 'atlasia/ingress-backend',
  chart: 'atlasia',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'No path of the Ingress leads to the frontend.',
    why: 'A list of hosts replaces the default with all its paths, and the path "/" to the frontend is easily lost. The API then answers, and the pages are not found.',
    source: 'ingress.yaml and values.yaml of the chart; Helm documentation: lists are replaced, not merged.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values:
          'ingress:\n  hosts:\n    - host: atlasia.brightloom.io\n      paths:\n        - path: /api\n          pathType: Prefix\n          backend: orchestrator\n',
      },
      {
        chart: 'atlasia',
        values:
          'ingress:\n  hosts:\n    - host: api.brightloom.io\n      paths:\n        - path: /\n          pathType: Prefix\n          backend: orchestrator\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'ingress:\n  hosts:\n    - host: atlasia.brightloom.io\n      paths:\n        - path: /\n          pathType: Prefix\n          backend: frontend\n',
      },
      { chart: 'atlasia', values: 'ingress:\n  enabled: false\n  hosts: []\n' },
    ],
  },
  *check(release) {
    const { ingress } = chartValues<AtlasiaValues>(release);
    if (ingress?.enabled !== true || !Array.isArray(ingress.hosts) || !isUserWritten(release, HOSTS)) return;
    const paths = ingress.hosts.flatMap((host) => (Array.isArray(host?.paths) ? host.paths : []));
    // Other values of backend are the business of the schema.
    if (paths.length === 0 || !paths.every((path) => path?.backend === 'orchestrator')) return;
    yield {
      at: HOSTS,
      part: 'key',
      problem: 'Every path of ingress.hosts leads to the orchestrator and none to the frontend',
      why: 'Nobody can open the pages.',
      help: 'Add the path "/" with backend: frontend, unless the pages are served elsewhere.',
    };
  },
});
