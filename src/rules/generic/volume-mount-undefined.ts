import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { JsonObject } from '../../model/json-value.ts';
import type { VolumeMountsRole } from '../../model/pod-roles.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'volume-mount-undefined',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary: 'A mount names a volume that the pod does not have, or two mounts or volumes collide.',
    why: 'The API server rejects the pod template, so the rollout stops: no new pod is created. Lists are replaced, not merged: a list of volumes written for one more volume drops those of the chart, while the mounts of the chart stay. Volumes that a chart adds are known for charts whose schema says so; for others only collisions are reported.',
    source:
      'Kubernetes validation of pods: `volumeMounts[].name: Not found`, `mountPath: must be unique`, `volumes[].name: Duplicate value`.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'volumes:\n  - name: certs\n    secret:\n      secretName: shop-certs\n' },
      {
        chart: 'atlasia',
        values:
          'orchestrator:\n  volumeMounts:\n    - name: tmp\n      mountPath: /tmp\n    - name: cache\n      mountPath: /cache\n',
      },
      {
        values:
          'extraVolumeMounts:\n  - name: a\n    mountPath: /etc/app\n  - name: b\n    mountPath: /etc/app\n',
      },
      { values: 'extraVolumes:\n  - name: a\n    emptyDir: {}\n  - name: a\n    emptyDir: {}\n' },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'volumeMounts:\n  - name: tmp\n    mountPath: /tmp\n  - name: config\n    mountPath: /app/settings\n',
      },
      { values: 'extraVolumeMounts:\n  - name: from-the-chart\n    mountPath: /etc/app\n' },
    ],
  },
  *check(release) {
    for (const role of release.roles.volumeMounts) {
      yield* undefinedNames(release, role);
      yield* collisions(
        role.path,
        role.mounts,
        'mountPath',
        (path) => `Kubernetes takes each mountPath once per container, and ${path} is mounted twice`,
      );
    }
    for (const { path, volumes } of release.roles.volumes) {
      yield* collisions(
        path,
        volumes,
        'name',
        (name) => `Kubernetes takes each name once per pod, and ${name} is used twice`,
      );
    }
  },
});

function* undefinedNames(
  release: Release,
  { path, mounts, known, volumes }: VolumeMountsRole,
): Iterable<Fact> {
  if (known === undefined || volumes === undefined) return;
  const others = known.size > 0 ? `, or mount one that exists (${quoted([...known])})` : '';
  const dropped: string[] = [];
  for (const [index, { name }] of mounts.entries()) {
    if (typeof name !== 'string' || known.has(name)) continue;
    const at = [...path, index, 'name'];
    if (editedPath(release, [at, volumes]) === volumes) dropped.push(name);
    else {
      yield {
        at,
        problem: `${formatPath(at)} is "${name}", which is not in ${formatPath(volumes)}`,
        why: 'The API server rejects the pod.',
        help: `Add the volume${others}.`,
        related: [{ at: volumes, part: 'key', message: 'the volumes are listed here' }],
      };
    }
  }
  if (dropped.length > 0) {
    yield {
      at: volumes,
      part: 'key',
      problem: `${formatPath(volumes)} lacks ${quoted(dropped)}, which ${formatPath(path)} mounts`,
      why: "The list replaces the chart's own list, and the API server rejects the pod.",
      help: `Repeat ${dropped.length === 1 ? 'the volume' : 'the volumes'} or write ${formatPath(path)} too.`,
    };
  }
}

function quoted(names: readonly string[]): string {
  return listWords([...new Set(names)].map((name) => `"${name}"`));
}

function* collisions(
  path: ValuesPath,
  items: readonly JsonObject[],
  key: string,
  why: (value: string) => string,
): Iterable<Fact> {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const value = item[key];
    if (typeof value !== 'string' || value.includes('{{')) continue;
    const earlier = seen.get(value);
    if (earlier === undefined) seen.set(value, index);
    else {
      const at = [...path, index, key];
      yield {
        at,
        problem: `${formatPath(at)} is "${value}", like that of entry ${earlier}`,
        why: `${why(`"${value}"`)}, so the API server rejects the pod.`,
        help: 'Remove or change one of them.',
        related: [{ at: [...path, earlier, key], message: 'used here first' }],
      };
    }
  }
}
