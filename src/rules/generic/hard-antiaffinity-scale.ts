import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';

const NODES = 5;

export const rule = defineRule({
  id: 'hard-antiaffinity-scale',
  severity: 'info',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'Each pod needs a node of its own, and more pods may run than small clusters have nodes.',
    why: 'Required anti-affinity on the host name puts at most one pod on a node. Pods beyond the number of nodes stay Pending, in the very moment in which the autoscaler wants them, and a rolling update needs one node more.',
    source: 'Kubernetes documentation, Assigning Pods to Nodes, "Inter-pod affinity and anti-affinity".',
  },
  options: {
    type: 'object',
    properties: { nodes: { type: 'integer', minimum: 1, default: NODES } },
    additionalProperties: false,
  },
  examples: {
    bad: [
      { values: 'highAvailability:\n  antiAffinity:\n    type: hard\n', chart: 'ossa' },
      {
        values:
          'replicaCount: 12\naffinity:\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      - topologyKey: kubernetes.io/hostname\n',
      },
    ],
    good: [
      {
        values:
          'replicaCount: 3\naffinity:\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      - topologyKey: kubernetes.io/hostname\n',
      },
      {
        values:
          'replicaCount: 12\naffinity:\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution:\n      - topologyKey: topology.kubernetes.io/zone\n',
      },
    ],
  },
  *check(release, options) {
    const nodes = typeof options.nodes === 'number' ? options.nodes : NODES;
    const largest = new Map<string, WorkloadRole>();
    for (const workload of release.roles.workloads) {
      const { active, hardAntiAffinity: at, maxReplicas } = workload;
      if (!active || at === undefined || maxReplicas === undefined || maxReplicas.value <= nodes) continue;
      const known = largest.get(formatPath(at))?.maxReplicas?.value ?? 0;
      if (maxReplicas.value > known) largest.set(formatPath(at), workload);
    }
    for (const { hardAntiAffinity: at, maxReplicas, name } of largest.values()) {
      if (at === undefined || maxReplicas === undefined) continue;
      yield {
        at,
        problem: `Each pod needs a node of its own here, and up to ${maxReplicas.value} pods of ${name} may run`,
        why: `On fewer than ${maxReplicas.value} nodes the others stay Pending.`,
        help: `Prefer spreading instead of requiring it, or keep ${formatPath(maxReplicas.path)} at the number of nodes.`,
        related: maxReplicas.fixed
          ? []
          : [{ at: maxReplicas.path, message: `${formatPath(maxReplicas.path)} is ${maxReplicas.value}` }],
      };
    }
  },
});
