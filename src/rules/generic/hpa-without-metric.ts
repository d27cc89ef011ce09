import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { groupWorkloads } from '../workload-group.ts';
import { isWritten } from '../written.ts';

export const rule = defineRule({
  id: 'hpa-without-metric',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'An autoscaler is on and every metric that it could scale by is left out.',
    why: 'The chart renders an autoscaler without metrics. Kubernetes then fills in one that nobody chose, 80 percent of the requested CPU, so the autoscaler does something else than the values say.',
    source:
      'Kubernetes API reference, HorizontalPodAutoscalerSpec v2, `metrics`: "If not set, the default metric will be set to 80% average CPU utilization"; hpa templates of HotSwap, zymtrace, Atlasia and OSSA.',
  },
  examples: {
    bad: [
      {
        values:
          'autoscaling:\n  targetCPUUtilizationPercentage: 0\n  targetMemoryUtilizationPercentage: null\n',
        chart: 'hotswap',
      },
      {
        values:
          'autoscaling:\n  enabled: true\n  minReplicas: 1\n  maxReplicas: 5\n  targetCPUUtilizationPercentage: null\n',
      },
    ],
    good: [
      { values: 'autoscaling:\n  targetMemoryUtilizationPercentage: 0\n', chart: 'hotswap' },
      {
        values:
          'autoscaling:\n  enabled: true\n  minReplicas: 1\n  maxReplicas: 5\n  targetCPU: ""\n  metrics:\n    - type: External\n',
      },
      { values: 'autoscaling:\n  enabled: true\n  minReplicas: 1\n  maxReplicas: 5\n' },
    ],
  },
  *check(release) {
    const idle = release.roles.workloads.filter(({ active, autoscaler }) => {
      if (!active || autoscaler?.enabled !== true || autoscaler.emptyTargets.length === 0) return false;
      return autoscaler.cpu === undefined && autoscaler.memory === undefined && !autoscaler.otherMetrics;
    });
    for (const { workload, names } of groupWorkloads(idle, ({ autoscaler }) => [
      placeOf(release, autoscaler),
    ])) {
      const { autoscaler } = workload;
      const at = placeOf(release, autoscaler);
      if (autoscaler === undefined || at === undefined) continue;
      const { path, emptyTargets } = autoscaler;
      yield {
        at,
        problem: `Autoscaling of ${names} is on and has no metric`,
        why: `${listWords(emptyTargets.map(formatPath))} ${emptyTargets.length === 1 ? 'is' : 'are'} empty, and Kubernetes then scales at 80 % CPU, which nobody chose.`,
        help: `Set a target, or turn ${formatPath(path)} off.`,
        related: [{ at: path, message: 'the autoscaler is on' }],
      };
    }
  },
});

/** Where somebody took the metric away, else where the autoscaler is turned on; components that share it are one mistake. */
function placeOf(release: Release, autoscaler: WorkloadRole['autoscaler']): ValuesPath | undefined {
  return autoscaler?.emptyTargets.findLast((target) => isWritten(release, target)) ?? autoscaler?.path;
}
