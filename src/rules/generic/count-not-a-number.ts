import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';

/** Fields of Kubernetes that are numbers, under the names that charts give them. */
const COUNTS: ReadonlySet<unknown> = new Set(
  (
    'replicas replicaCount minReplicas maxReplicas revisionHistoryLimit initialDelaySeconds periodSeconds ' +
    'timeoutSeconds terminationGracePeriodSeconds failureThreshold successThreshold containerPort nodePort ' +
    'backoffLimit targetCPUUtilizationPercentage targetMemoryUtilizationPercentage'
  ).split(' '),
);

export const rule = defineRule({
  id: 'count-not-a-number',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  whenRendered: 'yields',
  silentAfter: ['schema/type', 'schema/pattern', 'schema/enum', 'schema/unknown-key', 'unknown-key'],
  docs: {
    summary: 'A number of pods, seconds, failures or a port is a word: `replicaCount: two`.',
    why: 'Kubernetes wants a whole number there and refuses the manifest.',
    source: 'Kubernetes API reference. Where the chart renders, the manifests are checked instead.',
  },
  examples: {
    bad: [
      { values: 'replicaCount: two\n' },
      { values: 'livenessProbe:\n  periodSeconds: 10s\n' },
      { values: 'autoscaling:\n  minReplicas: true\n' },
    ],
    good: [
      { values: 'replicaCount: 2\n' },
      { values: 'replicaCount: "2"\n' },
      { values: 'replicaCount: "{{ .Values.global.replicas }}"\n' },
      { values: 'service:\n  nodePort: ""\n' },
    ],
  },
  *check(release) {
    for (const scalar of release.roles.scalars) {
      const { key, value } = scalar;
      if (typeof value === 'number' || !COUNTS.has(key) || !isNoNumber(value)) continue;
      const { path } = scalar;
      yield {
        at: path,
        problem: `${formatPath(path)} is ${typeof value === 'string' ? `"${value}"` : String(value)}, and a number is wanted there`,
        why: 'Kubernetes refuses the manifest.',
        help: 'Write a whole number.',
      };
    }
  },
});

function isNoNumber(value: unknown): boolean {
  if (typeof value === 'boolean') return true;
  return typeof value === 'string' && value !== '' && !/[{}$<]/.test(value) && !/^\s*-?\d+\s*$/.test(value);
}
