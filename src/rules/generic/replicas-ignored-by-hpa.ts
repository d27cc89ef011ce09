import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'replicas-ignored-by-hpa',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'A number of replicas is set although an autoscaler decides.',
    why: 'While the autoscaler is on, charts leave the number out of the Deployment, so the setting has no effect. A chart that writes it all the same resets the number of pods to it with every upgrade, in the middle of the load that the autoscaler scaled for.',
    source:
      'Kubernetes documentation, Horizontal Pod Autoscaling, "Migrating Deployments and StatefulSets to horizontal autoscaling"; deployment templates of HotSwap, Atlasia and zymtrace.',
  },
  examples: {
    bad: [
      { values: 'replicaCount: 5\n', chart: 'hotswap' },
      {
        values: 'services:\n  common:\n    hpa:\n      enabled: true\n  web:\n    replicas: 4\n',
        chart: 'zymtrace',
      },
    ],
    good: [
      { values: 'replicaCount: 5\nautoscaling:\n  enabled: false\n', chart: 'hotswap' },
      { values: 'replicaCount: 3\n', chart: 'hotswap' },
      { values: 'replicaCount: 1\nautoscaling:\n  enabled: true\n  minReplicas: 2\n  maxReplicas: 4\n' },
    ],
  },
  *check(release) {
    for (const { active, name, autoscaler, replicas } of release.roles.workloads) {
      if (!active || autoscaler?.enabled !== true || autoscaler.count === 'chart-rule') continue;
      if (replicas === undefined || replicas.fixed || !isUserWritten(release, replicas.path)) continue;
      if (!release.values.changedByUser(replicas.path)) continue;
      // 1 is what charts come with; in a copy of unknown defaults nobody has set it.
      if (release.chart === undefined && replicas.value === 1) continue;
      const resets = autoscaler.count === 'reset';
      if (!resets && release.rendered?.changesNothing([replicas.path]) === false) continue;
      const { path, min, max } = autoscaler;
      const range =
        min === undefined || max === undefined ? '' : ` and runs ${min.value} to ${max.value} pods`;
      const instead = min === undefined || min.fixed ? 'its minimum' : formatPath(min.path);
      const subject = `${formatPath(replicas.path)} is ${replicas.value}, but the autoscaler of ${name} is on${range}`;
      yield {
        at: replicas.path,
        severity: resets ? 'warning' : 'info',
        ...(resets
          ? {
              problem: subject,
              why: `Every upgrade resets the pods to ${replicas.value} whatever the load is.`,
              help: `Set ${instead} instead, or turn ${formatPath(path)} off.`,
            }
          : {
              problem: subject,
              why: 'The number has no effect.',
              help: `Set ${instead} instead, or turn ${formatPath(path)} off.`,
            }),
        related: [{ at: path, message: 'the autoscaler is on' }],
      };
    }
  },
});
