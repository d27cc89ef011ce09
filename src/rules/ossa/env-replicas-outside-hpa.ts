import type { OssaValues } from '../../charts/ossa-values.ts';
import { countNoun } from '../../model/count-noun.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { actingEnvironment, deployedServices } from '../ossa-services.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'ossa/env-replicas-outside-hpa',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The count of pods of the environment lies outside of what the autoscaler of a service allows.',
    why: 'The Deployments carry environments.<environment>.replicaCount although an autoscaler runs beside them. Every helm upgrade sets the count back to it, and the autoscaler corrects it a little later: pods are ended and started again each time, also under load. The defaults do it too: dev starts 1, and the autoscalers keep 2 or 3.',
    source:
      'all-services.yaml and hpa.yaml of the chart; Kubernetes documentation, Horizontal Pod Autoscaling (migrating Deployments).',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'services:\n  gateway:\n    minReplicas: 4\n' },
      { chart: 'ossa', values: 'environments:\n  dev:\n    replicaCount: 5\n' },
    ],
    good: [
      { chart: 'ossa', values: 'environments:\n  dev:\n    replicaCount: 3\n' },
      { chart: 'ossa', values: 'global:\n  environment: production\n' },
      { chart: 'ossa', values: 'hpa:\n  enabled: false\n' },
    ],
  },
  *check(release) {
    const values = chartValues<OssaValues>(release);
    const environment = actingEnvironment(values);
    if (environment === undefined || values.hpa?.enabled !== true) return;
    const count = values.environments?.[environment]?.replicaCount;
    if (typeof count !== 'number') return;
    const wrong = deployedServices(values).flatMap(({ key }) => {
      const service = values.services?.[key];
      const min = service?.minReplicas || 1;
      const max = service?.maxReplicas;
      if (typeof min !== 'number') return [];
      if (count < min)
        return [{ key, path: ['services', key, 'minReplicas'], limit: `${key} (at least ${min})` }];
      if (typeof max !== 'number' || count <= max || max < min) return [];
      return [{ key, path: ['services', key, 'maxReplicas'], limit: `${key} (at most ${max})` }];
    });
    if (wrong.length === 0) return;
    const counted = ['environments', environment, 'replicaCount'];
    const at = editedPath(release, [counted, ...wrong.map(({ path }) => path)]);
    yield {
      at,
      problem: `environments.${environment}.replicaCount is ${count}, outside of what ${countNoun(wrong.length, 'autoscaler')} want${wrong.length === 1 ? 's' : ''}`,
      why: `They want other counts for ${listWords(
        wrong.map(({ limit }) => limit),
        'and',
        3,
      )}. Every upgrade sets the pods back to ${count} until they correct it.`,
      help: 'Choose a count within the limits of all services, or other limits.',
      related: [
        { at: counted, message: `every upgrade starts ${count}` },
        ...wrong.map(({ path, limit }) => ({ at: path, message: `the autoscaler of ${limit}` })),
      ].filter((entry) => entry.at !== at),
    };
  },
});
