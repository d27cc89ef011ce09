import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';
import { valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { groupWorkloads } from '../workload-group.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'hpa-requires-requests',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'An autoscaler aims for a percentage of the requested CPU or memory, and none is requested.',
    why: 'Utilization is a share of the request. Without a request the autoscaler reports "missing request for cpu" and never scales, up or down, unless a LimitRange of the namespace fills one in.',
    source:
      'Kubernetes documentation, Horizontal Pod Autoscaling, "How does a HorizontalPodAutoscaler work?"',
  },
  examples: {
    bad: [
      {
        values:
          'autoscaling:\n  enabled: true\n  maxReplicas: 5\n  targetCPUUtilizationPercentage: 80\nresources: {}\n',
      },
      {
        values: 'resources:\n  requests:\n    memory: null\n  limits:\n    memory: null\n',
        chart: 'hotswap',
      },
    ],
    good: [
      {
        values:
          'autoscaling:\n  enabled: true\n  maxReplicas: 5\n  targetCPUUtilizationPercentage: 80\nresources:\n  requests:\n    cpu: 100m\n',
      },
      {
        values:
          'autoscaling:\n  enabled: true\n  maxReplicas: 5\n  targetMemoryUtilizationPercentage: 80\nresources:\n  limits:\n    memory: 1Gi\n',
      },
      {
        values:
          'autoscaling:\n  enabled: true\n  maxReplicas: 5\n  targetCPU: 80\nresourcesPreset: small\nresources: {}\n',
      },
    ],
  },
  *check(release) {
    const lacking = release.roles.workloads.filter((workload) => missingRequests(workload).length > 0);
    const groups = groupWorkloads(lacking, ({ resources, autoscaler }) => [
      resources?.path,
      autoscaler?.cpu?.path,
      autoscaler?.memory?.path,
    ]);
    for (const { workload, names } of groups) {
      const { autoscaler, resources, certain } = workload;
      if (autoscaler === undefined || resources === undefined) continue;
      const missing = missingRequests(workload);
      const targets = missing.flatMap((name) => autoscaler[name] ?? []);
      // A default of the chart that somebody switched on is not the place to look at.
      const written = [resources, ...targets, autoscaler].find(({ path }) => isUserWritten(release, path));
      const at = written?.path ?? resources.path;
      const aims = targets.map(
        ({ value }, i) => `${value} percent of the requested ${missing[i] === 'cpu' ? 'CPU' : 'memory'}`,
      );
      const requests = missing.map((name) => formatPath([...resources.path, 'requests', name]));
      yield {
        at,
        part: at === resources.path ? 'key' : 'value',
        severity: certain ? 'error' : 'warning',
        problem: `${listWords(requests)} ${requests.length === 1 ? 'is' : 'are'} not set, but the autoscaler needs ${requests.length === 1 ? 'it' : 'them'}`,
        why: `The autoscaler of ${names} aims for ${listWords(aims)}: it cannot compute that and never scales.`,
        help: `Set ${listWords(requests)}.`,
        related: [
          ...(at === resources.path ? [] : [{ at: resources.path, message: 'no request here' }]),
          ...targets
            .filter(({ path }) => path !== at)
            .map(({ path, value }) => ({ at: path, message: `the target is ${value} percent` })),
        ],
      };
    }
  },
});

/** The resources that the autoscaler measures by and nobody requests. */
function missingRequests({ active, autoscaler, resources }: WorkloadRole): ('cpu' | 'memory')[] {
  if (!active || autoscaler?.enabled !== true || resources === undefined) return [];
  return (['cpu', 'memory'] as const).filter(
    (name) =>
      autoscaler[name] !== undefined &&
      // A limit without a request is the request as well.
      ['requests', 'limits'].every((part) => (valueAt(resources.value, [part, name]) ?? null) === null),
  );
}
