import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import type { Setting, WorkloadRole } from '../../model/scheduling-roles.ts';
import { valueText } from '../../model/value-text.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'pdb-blocks-eviction',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A disruption budget allows no pod to be evicted.',
    why: 'A node drain asks the budget before it moves a pod. When as many pods must stay as run, the answer is always no: the drain waits, and with it upgrades of the cluster and the autoscaler of the nodes.',
    source:
      'Kubernetes documentation, Specifying a Disruption Budget, "Think about how your application reacts"; Safely Drain a Node.',
  },
  examples: {
    bad: [
      { values: 'database:\n  podDisruptionBudget:\n    enabled: true\n', chart: 'colonyos' },
      { values: 'replicaCount:\n  frontend: 1\n', chart: 'atlasia' },
      { values: 'replicaCount: 3\npodDisruptionBudget:\n  enabled: true\n  maxUnavailable: 0\n' },
      { values: 'replicaCount: 4\npdb:\n  create: true\n  minAvailable: 80%\n' },
    ],
    good: [
      {
        values: 'colonies:\n  podDisruptionBudget:\n    enabled: true\n    minAvailable: 2\n',
        chart: 'colonyos',
      },
      { values: 'replicaCount: 4\npdb:\n  create: true\n  minAvailable: 75%\n' },
      { values: 'replicaCount: 1\npdb:\n  create: false\n  minAvailable: 1\n' },
      {
        values:
          'replicaCount: 1\nautoscaling:\n  enabled: true\n  minReplicas: 3\n  maxReplicas: 9\npodDisruptionBudget:\n  enabled: true\n  minAvailable: 2\n',
      },
    ],
  },
  *check(release) {
    for (const workload of release.roles.workloads) {
      const { active, minReplicas, disruptionBudget, name } = workload;
      if (!active || disruptionBudget === undefined) continue;
      const { minAvailable, maxUnavailable } = disruptionBudget;
      // Both at once is rejected, which another rule says.
      if (minAvailable !== undefined && maxUnavailable !== undefined) continue;
      if (maxUnavailable !== undefined && Number.parseInt(String(maxUnavailable.value), 10) === 0) {
        yield {
          at: maxUnavailable.path,
          problem: `${formatPath(maxUnavailable.path)} is ${valueText(maxUnavailable.value)}`,
          why: `No pod of ${name} may ever be evicted, so a node drain waits forever.`,
          help: 'Allow 1, and run at least 2 pods.',
        };
        continue;
      }
      if (minAvailable === undefined || minReplicas === undefined || minReplicas.value < 1) continue;
      if (podsToKeep(minAvailable.value, minReplicas.value) < minReplicas.value) continue;
      yield finding(workload, minAvailable, minReplicas, placeOf(release, minAvailable, minReplicas));
    }
  },
});

/** Pods that must stay; Kubernetes rounds percentages up. */
function podsToKeep(minAvailable: number | string, pods: number): number {
  if (typeof minAvailable === 'number') return minAvailable;
  return Math.ceil((Number.parseInt(minAvailable, 10) / 100) * pods);
}

function placeOf(
  release: Parameters<typeof editedPath>[0],
  minAvailable: Setting<number | string>,
  pods: Setting<number>,
): ValuesPath {
  const editable = [minAvailable, pods].filter(({ fixed }) => !fixed).map(({ path }) => path);
  const [first, ...others] = editable;
  return first === undefined ? minAvailable.path : editedPath(release, [first, ...others]);
}

function finding(
  { name, disruptionBudget }: WorkloadRole,
  minAvailable: Setting<number | string>,
  pods: Setting<number>,
  at: ValuesPath,
) {
  const budget = minAvailable.fixed
    ? `The chart's disruption budget keeps ${valueText(minAvailable.value)}`
    : `${formatPath(minAvailable.path)} is ${valueText(minAvailable.value)}`;
  const count = `${pods.value} pod${pods.value === 1 ? '' : 's'}`;
  const runs = pods.fixed ? `the chart runs ${count}` : `${formatPath(pods.path)} is ${pods.value}`;
  const enough = Math.max(1, pods.value - 1);
  const advice = pods.fixed
    ? 'Turn this budget off.'
    : pods.value > 1
      ? `Keep ${enough}${minAvailable.fixed ? '' : ` with ${formatPath(minAvailable.path)}`}, or run more pods.`
      : 'Run at least 2 pods, or turn the budget off.';
  const other = at === minAvailable.path ? pods : minAvailable;
  return {
    at,
    problem: `${budget} and ${runs}`,
    why: `No pod of ${name} may ever be evicted, so a node drain waits forever.`,
    help: advice,
    related: other.fixed
      ? []
      : [{ at: other.path, message: `${formatPath(other.path)} is ${valueText(other.value)}` }],
    ...(pods.value > 1 && !minAvailable.fixed && disruptionBudget !== undefined
      ? {
          fix: {
            title: `Keep ${enough} available`,
            safe: false,
            replace: [{ at: minAvailable.path, text: String(enough) }],
          },
        }
      : {}),
  };
}
