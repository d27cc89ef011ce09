import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { setValue } from '../set-value.ts';

const REPLICAS = ['colonies', 'replicas'];
const MIN_AVAILABLE = ['colonies', 'podDisruptionBudget', 'minAvailable'];

export const rule = defineRule({
  id: 'colonyos/pdb-below-quorum',
  chart: 'colonyos',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The disruption budget of the server lets a drain take so many pods that etcd loses its quorum.',
    why: 'The servers form an etcd cluster, which works only while more than half of the members run. A budget below that number allows node drains, at the same time, to take the majority away: the API stops although every drain asked for permission. The chart keeps 1 by default, which is too few from three replicas on.',
    source:
      'Column "Majority" of the high availability table in the ColonyOS chart README; Kubernetes documentation, Specifying a Disruption Budget, "Quorum-based applications".',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'colonies:\n  podDisruptionBudget:\n    enabled: true\n' },
      {
        chart: 'colonyos',
        values:
          'colonies:\n  replicas: 5\n  podDisruptionBudget:\n    enabled: true\n    minAvailable: 40%\n',
      },
    ],
    good: [
      {
        chart: 'colonyos',
        values: 'colonies:\n  podDisruptionBudget:\n    enabled: true\n    minAvailable: 2\n',
      },
      {
        chart: 'colonyos',
        values:
          'colonies:\n  replicas: 5\n  podDisruptionBudget:\n    enabled: true\n    minAvailable: 51%\n',
      },
      { chart: 'colonyos', values: 'colonies:\n  podDisruptionBudget:\n    minAvailable: 1\n' },
    ],
  },
  *check(release) {
    const { colonies } = chartValues<ColonyosValues>(release);
    const replicas = colonies?.replicas;
    const budget = colonies?.podDisruptionBudget;
    if (budget?.enabled !== true || typeof replicas !== 'number' || replicas < 3) return;
    const kept = podsToKeep(budget.minAvailable, replicas);
    const majority = Math.floor(replicas / 2) + 1;
    if (kept === undefined || kept >= majority) return;
    yield {
      at: MIN_AVAILABLE,
      problem: `colonies.podDisruptionBudget.minAvailable is ${valueText(budget.minAvailable)} with ${replicas} replicas, whose etcd cluster needs ${majority} of them`,
      why: 'Drains may take the quorum away, and the API stops.',
      help: `Set it to ${majority}.`,
      related: [{ at: REPLICAS, message: `${replicas} replicas, majority ${majority}` }],
      fix: {
        title: `Keep the majority, ${majority}`,
        safe: false,
        ...setValue(release, MIN_AVAILABLE, String(majority)),
      },
    };
  },
});

/** Kubernetes rounds a percentage up. */
function podsToKeep(minAvailable: number | string | undefined, replicas: number): number | undefined {
  if (typeof minAvailable === 'number') return minAvailable;
  const percent = /^(\d+)%$/.exec(String(minAvailable))?.[1];
  return percent === undefined ? undefined : Math.ceil((Number(percent) / 100) * replicas);
}
