import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import type { WorkloadRole } from '../../model/scheduling-roles.ts';
import { valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'resources-missing-production',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
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
      { chart: 'hotswap', values: 'resources:\n  limits: null\n', environment: 'production' },
    ],
    good: [
      { chart: 'hotswap', values: 'resources:\n  limits: null\n', environment: 'staging' },
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
    // What the chart leaves empty and nobody touched is one finding, not one for each workload.
    const untouched = places.filter(({ at }) => !isUserWritten(release, at));
    const touched = new Map<string, typeof places>();
    for (const one of places.filter(({ at }) => isUserWritten(release, at)))
      touched.set(toPointer(one.at), [...(touched.get(toPointer(one.at)) ?? []), one]);
    for (const { active, name, resources } of release.roles.workloads) {
      if (!active || resources === undefined || resources.value.enabled === false) continue;
      const at = [...resources.path, 'limits'];
      if (isFilled(resources.value.limits) || !isFilled(resources.value.requests)) continue;
      if (valueAt(release.chart?.defaults, at) === undefined || !isUserWritten(release, at)) continue;
      yield {
        at,
        problem: `In production ${name} runs without limits: ${formatPath(at)} is removed`,
        why: 'It may take all memory of its node, and the kubelet then kills it or its neighbours.',
        help: 'Set a memory limit at least.',
      };
    }
    for (const group of [...(untouched.length > 0 ? [untouched] : []), ...touched.values()]) {
      const [first] = group;
      if (first === undefined) continue;
      const one = group.length === 1;
      const states = listWords([...new Set(group.map(({ state }) => state))]);
      yield {
        at: first.at,
        problem: `In production ${listWords([...new Set(group.map(({ name }) => name))], 'and', 2)} ${one ? 'runs' : 'run'} without requests and limits`,
        why: `With ${states} the scheduler overfills the node, and the kubelet kills ${one ? 'it' : 'them'} first when memory runs short.`,
        help: 'Set requests and a memory limit.',
        related: group
          .filter(({ at }) => toPointer(at) !== toPointer(first.at))
          .map(({ at, state }) => ({ at, message: state })),
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
  return { at, name, state: `${formatPath(at)} ${value.enabled === false ? 'false' : 'empty'}` };
}
