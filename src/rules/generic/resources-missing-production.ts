import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';
import { listWords } from '../list-words.ts';
import { isWritten } from '../written.ts';

export const rule = defineRule({
  id: 'resources-missing-production',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'In production a workload runs without requests and limits.',
    why: 'The scheduler then puts any number of such pods on one node, and the kubelet kills them first when memory runs short. A single leak can take the node down with everything on it.',
    source:
      'Kubernetes documentation, "Resource Management for Pods and Containers" and "Node-pressure Eviction"; production checklist of the HotSwap README; `resources.enabled` of ColonyOS.',
  },
  examples: {
    bad: [
      { values: 'replicaCount: 3\nresources: {}\n', environment: 'production' },
      {
        chart: 'colonyos',
        values: 'colonies:\n  resources:\n    enabled: false\n',
        environment: 'production',
      },
    ],
    good: [
      { values: 'replicaCount: 3\nresources: {}\n' },
      {
        values: 'replicaCount: 3\nresources:\n  requests:\n    memory: 1Gi\n',
        environment: 'production',
      },
      { values: 'replicaCount: 3\nresources: {}\nresourcesPreset: small\n', environment: 'production' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    const bare = release.roles.workloads.filter(hasNoResources);
    const places = bare.map((workload) => place(workload));
    // Blocks that no file writes have no place of their own: together they are one finding.
    const unwritten = places.filter(({ at }) => !isWritten(release, at));
    const written = places.filter(({ at }) => isWritten(release, at)).map((one) => [one]);
    for (const group of [...(unwritten.length > 0 ? [unwritten] : []), ...written]) {
      const [first] = group;
      if (first === undefined) continue;
      const names = listWords([...new Set(group.map(({ name }) => name))]);
      yield {
        at: first.at,
        message: `In production ${names} ${group.length === 1 ? 'runs' : 'run'} without requests and limits (${listWords(group.map(({ state }) => state))}): the scheduler overfills the node, and the kubelet kills ${group.length === 1 ? 'it' : 'them'} first when memory runs short. Set requests and a memory limit.`,
      };
    }
  },
});

function hasNoResources({ active, resources }: WorkloadRole): boolean {
  if (!active || resources === undefined) return false;
  const { value } = resources;
  return value.enabled === false || ![value.requests, value.limits, value.claims].some(isFilled);
}

function isFilled(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return (
    isJsonObject(value) &&
    Object.values(value as JsonObject).some((amount) => amount !== null && amount !== '')
  );
}

function place({ name, resources }: WorkloadRole): { at: WorkloadRole['path']; name: string; state: string } {
  const { path, value } = resources!;
  const at = value.enabled === false ? [...path, 'enabled'] : path;
  return { at, name, state: `${formatPath(at)} is ${value.enabled === false ? '"false"' : 'empty'}` };
}
