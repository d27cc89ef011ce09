import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { editedPath, isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'pdb-min-and-max',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary: 'A disruption budget has both minAvailable and maxUnavailable.',
    why: 'Kubernetes accepts one of them and rejects the object with both. It happens when one is set and the chart brings a default for the other, which Helm keeps beside it.',
    source:
      'Kubernetes, policy/v1 validation: minAvailable and maxUnavailable cannot be both set; pdb template of HotSwap.',
  },
  examples: {
    bad: [
      { values: 'podDisruptionBudget:\n  maxUnavailable: 1\n', chart: 'hotswap' },
      { values: 'replicaCount: 3\npdb:\n  create: true\n  minAvailable: 1\n  maxUnavailable: 1\n' },
    ],
    good: [
      { values: 'podDisruptionBudget:\n  minAvailable: null\n  maxUnavailable: 1\n', chart: 'hotswap' },
      { values: 'replicaCount: 3\npdb:\n  create: true\n  minAvailable: ""\n  maxUnavailable: 1\n' },
    ],
  },
  *check(release) {
    for (const { active, certain, name, disruptionBudget } of release.roles.workloads) {
      const { minAvailable, maxUnavailable } = disruptionBudget ?? {};
      if (!active || minAvailable === undefined || maxUnavailable === undefined) continue;
      // Templates of other charts may choose one of them where a default is the other.
      const pair = [maxUnavailable.path, minAvailable.path] as const;
      if (!certain && !pair.every((path) => isUserWritten(release, path))) continue;
      const at = editedPath(release, pair);
      const [own, other] =
        at === maxUnavailable.path ? [maxUnavailable, minAvailable] : [minAvailable, maxUnavailable];
      const isDefault = !isUserWritten(release, other.path);
      yield {
        at,
        severity: certain ? 'error' : 'warning',
        problem: `The disruption budget of ${name} has both minAvailable and maxUnavailable`,
        why: `Kubernetes rejects it with ${formatPath(own.path)} ${valueText(own.value)} beside ${formatPath(other.path)} ${valueText(other.value)}${isDefault ? ", the chart's default" : ''}.`,
        help: `${isDefault ? `Set ${formatPath(other.path)} to null beside it, or remove this.` : 'Keep one of them and set the other to null.'}`,
        related: [{ at: other.path, message: `${formatPath(other.path)} is ${valueText(other.value)}` }],
        ...(isDefault
          ? {}
          : {
              fix: {
                title: `Set ${formatPath(other.path)} to null`,
                safe: false,
                replace: [{ at: other.path, text: 'null' }],
              },
            }),
      };
    }
  },
});
