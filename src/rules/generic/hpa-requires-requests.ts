import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';
import { valueAt } from '../../model/values-path.ts';
import { groupWorkloads } from '../workload-group.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'hpa-requires-requests',
  severity: 'error',
  recommended: true,
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
    for (const name of ['cpu', 'memory'] as const) {
      const lacking = release.roles.workloads.filter((workload) => lacksRequest(workload, name));
      const groups = groupWorkloads(lacking, ({ resources, autoscaler }) => [
        resources?.path,
        autoscaler?.[name]?.path,
      ]);
      for (const { workload, names } of groups) {
        const target = workload.autoscaler?.[name];
        const block = workload.resources?.path;
        if (target === undefined || block === undefined) continue;
        const at =
          isUserWritten(release, block) || !isUserWritten(release, target.path) ? block : target.path;
        const request = formatPath([...block, 'requests', name]);
        yield {
          at,
          part: at === block ? 'key' : 'value',
          severity: workload.certain ? 'error' : 'warning',
          message: `The autoscaler of ${names} aims for "${target.value}" percent of the requested ${name === 'cpu' ? 'CPU' : 'memory'}, but ${request} is not set: it cannot compute that and never scales. Set ${request}.`,
          related: [
            at === block
              ? { at: target.path, message: `${formatPath(target.path)} is "${target.value}"` }
              : { at: block, message: `no ${name} request here` },
          ],
        };
      }
    }
  },
});

function lacksRequest({ active, autoscaler, resources }: WorkloadRole, name: 'cpu' | 'memory'): boolean {
  if (!active || autoscaler?.enabled !== true || autoscaler[name] === undefined || resources === undefined)
    return false;
  // A limit without a request is the request as well.
  return ['requests', 'limits'].every((part) => (valueAt(resources.value, [part, name]) ?? null) === null);
}
