import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { groupWorkloads } from '../workload-group.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'hpa-min-exceeds-max',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary: 'An autoscaler has a larger minimum than maximum.',
    why: 'The API server rejects the HorizontalPodAutoscaler, and with it the installation. Mostly the minimum was raised and the maximum still has the default of the chart.',
    source:
      'Kubernetes, autoscaling/v2 validation: maxReplicas must be greater than or equal to minReplicas.',
  },
  examples: {
    bad: [
      { values: 'autoscaling:\n  minReplicas: 12\n', chart: 'hotswap' },
      { values: 'autoscaling:\n  enabled: true\n  minReplicas: 5\n  maxReplicas: 3\n' },
      {
        values: 'services:\n  web:\n    hpa:\n      enabled: true\n      minReplicas: 20\n',
        chart: 'zymtrace',
      },
    ],
    good: [
      { values: 'autoscaling:\n  enabled: true\n  minReplicas: 3\n  maxReplicas: 3\n' },
      { values: 'autoscaling:\n  enabled: false\n  minReplicas: 5\n  maxReplicas: 3\n' },
    ],
  },
  *check(release) {
    const wrong = release.roles.workloads.filter(({ active, autoscaler }) => {
      const { enabled = false, min, max } = autoscaler ?? {};
      return active && enabled && min !== undefined && max !== undefined && min.value > max.value;
    });
    for (const { workload, names } of groupWorkloads(wrong, ({ autoscaler }) => [
      autoscaler?.min?.path,
      autoscaler?.max?.path,
    ])) {
      const { min, max } = workload.autoscaler ?? {};
      if (min === undefined || max === undefined) continue;
      const at = editedPath(release, [min.path, max.path]);
      const [culprit, other, relation] = at === min.path ? [min, max, 'above'] : [max, min, 'below'];
      yield {
        at,
        problem: `${formatPath(culprit.path)} is ${culprit.value}, ${relation} ${formatPath(other.path)} ${other.value}`,
        why: `Kubernetes rejects the autoscaler of ${names}.`,
        help: `Set the maximum to ${min.value} or more, or lower the minimum.`,
        related: [{ at: other.path, message: `${formatPath(other.path)} is ${other.value}` }],
      };
    }
  },
});
