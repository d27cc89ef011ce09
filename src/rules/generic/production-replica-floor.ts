import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

/** With one pod, every eviction and every failure of a node is an outage. */
const LEAST = 2;
export const rule = defineRule({
  id: 'production-replica-floor',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  silentAfter: ['atlasia/frontend-autoscaling'],
  docs: {
    summary: 'In production a workload runs fewer pods than its chart asks for, or only one.',
    why: 'While a node fails or is drained, and during each rollout, the pods that are left carry the load. One pod leaves none; the checklists of these charts want two or three.',
    source:
      'Production checklist of the HotSwap README; resource sizing of the Atlasia README; Kubernetes documentation, Disruptions.',
  },
  examples: {
    bad: [
      { values: 'autoscaling:\n  enabled: false\nreplicaCount: 2\n', chart: 'hotswap' },
      { values: 'replicaCount:\n  frontend: 1\n', chart: 'atlasia', environment: 'production' },
      {
        values: 'autoscaling:\n  enabled: true\n  minReplicas: 1\n  maxReplicas: 5\n',
        environment: 'production',
      },
    ],
    good: [
      { values: 'replicaCount: 1\n', environment: 'production' },
      { values: 'autoscaling:\n  enabled: true\n  minReplicas: 1\n  maxReplicas: 5\n' },
      {
        values:
          'config:\n  aspnetcoreEnvironment: Staging\nautoscaling:\n  enabled: false\nreplicaCount: 1\n',
        chart: 'hotswap',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    const groups = new Map<string, TooFew[]>();
    for (const workload of release.roles.workloads) {
      const { active, minReplicas, productionReplicas } = workload;
      const floor = productionReplicas ?? (isScaled(release, workload) ? LEAST : 0);
      if (!active || minReplicas === undefined || minReplicas.fixed) continue;
      if (minReplicas.value >= floor || minReplicas.value < 1) continue;
      const { path, value } = minReplicas;
      // Defaults that nobody wrote are in no place of their own: those alike are one finding.
      const key = isUserWritten(release, path) ? formatPath(path) : `default ${value} ${floor}`;
      groups.set(key, [...(groups.get(key) ?? []), { workload, path, value, floor }]);
    }
    for (const group of groups.values()) yield tooFew(group);
  },
});

interface TooFew {
  readonly workload: WorkloadRole;
  readonly path: ValuesPath;
  readonly value: number;
  readonly floor: number;
}

function tooFew(group: readonly TooFew[]): Fact {
  const { workload, path, value, floor } = group[0]!;
  const who = workload.productionReplicas === undefined ? 'production wants' : 'the chart asks for';
  const paths = listWords(group.map((one) => formatPath(one.path)));
  const names = listWords(group.map((one) => one.workload.name));
  const [is, each] = group.length === 1 ? ['is', ''] : ['are', ' each'];
  return {
    at: path,
    problem: `${listWords(
      group.map((one) => formatPath(one.path)),
      'and',
      1,
    )} ${is} ${value} in production, below ${floor}`,
    why: `${value === 1 ? 'Every drained node and every crash is an outage' : 'Too few are left while a node fails or is drained'}.`,
    help: `Set ${group.length === 1 ? 'it' : paths} to ${floor} or more; ${who} at least ${floor} pods of ${names}${each}.`,
    related: group.slice(1).map((one) => ({ at: one.path, message: `${one.value} here too` })),
  };
}

/** By convention only what somebody lets scale: of other workloads nobody knows whether they may run twice. */
function isScaled(release: Release, { certain, minReplicas, autoscaler }: WorkloadRole): boolean {
  if (certain || minReplicas === undefined || autoscaler?.enabled !== true) return false;
  return isUserWritten(release, minReplicas.path) || isUserWritten(release, autoscaler.path);
}
