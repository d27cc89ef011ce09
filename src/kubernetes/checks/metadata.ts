import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import {
  dns1035Label,
  dnsLabel,
  dnsSubdomain,
  labelValue,
  type NameProblem,
  pathSegment,
  qualifiedName,
} from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { type ManifestNode, mapIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const META = ['meta/v1.ObjectMeta'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'object-name',
    on: META,
    source: 'ValidateObjectMeta in apimachinery, and the name function of each kind in pkg/apis/*/validation',
    *check(node) {
      if (node.path.length !== 1) return;
      const name = textIn(node.value, 'name');
      const prefix = textIn(node.value, 'generateName');
      // A LimitRange without a name is given one.
      if (name === undefined && prefix === undefined && node.manifest.kind !== 'LimitRange') {
        yield refuse(node, [], 'metadata has no name', 'Give it a "name".');
      }
      if (name === undefined) return;
      const problem = nameProblem(name, node);
      if (problem !== undefined) {
        yield refuse(node, 'name', `name ${showText(name)} ${problem}`, 'Write a name that keeps to this.');
      }
    },
  },
  {
    id: 'namespace-name',
    on: META,
    source: 'ValidateNamespaceName in apimachinery/pkg/api/validation/generic.go',
    *check(node) {
      const name = node.path.length === 1 ? textIn(node.value, 'namespace') : undefined;
      const problem = name === undefined ? undefined : dnsLabel(name);
      if (problem !== undefined) {
        yield refuse(
          node,
          'namespace',
          `namespace ${showText(name!)} ${problem}`,
          'Write the name of a namespace.',
        );
      }
    },
  },
  {
    id: 'label-key',
    on: META,
    source: 'ValidateLabels in apimachinery/pkg/apis/meta/v1/validation',
    *check(node) {
      yield* keys(node, 'labels', (key) => qualifiedName(key), 'label');
    },
  },
  {
    id: 'label-value',
    on: META,
    source: 'ValidateLabels in apimachinery/pkg/apis/meta/v1/validation',
    *check(node) {
      for (const [key, value] of Object.entries(mapIn(node.value, 'labels') ?? {})) {
        const problem = typeof value === 'string' ? labelValue(value) : undefined;
        if (problem === undefined) continue;
        yield refuse(
          node,
          ['labels', key],
          `label value ${showText(String(value))} ${problem}`,
          'Shorten or replace it, or make it an annotation, which may hold any text.',
        );
      }
    },
  },
  {
    id: 'annotation-key',
    on: META,
    source: 'ValidateAnnotations in apimachinery/pkg/api/validation/objectmeta.go',
    *check(node) {
      yield* keys(node, 'annotations', (key) => qualifiedName(key.toLowerCase()), 'annotation');
    },
  },
];

function* keys(node: ManifestNode, field: string, problemOf: (key: string) => NameProblem, what: string) {
  for (const key of Object.keys(mapIn(node.value, field) ?? {})) {
    const problem = problemOf(key);
    if (problem === undefined) continue;
    yield refuse(
      node,
      [field, key],
      `${what} key ${showText(key)} ${problem}`,
      'Write it as "name" or "example.com/name".',
      {
        part: 'key',
      },
    );
  }
}

const SEGMENT_NAMES = new Set([
  'PodDisruptionBudget',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
]);
const CRON_JOB_LONGEST = 52;

function nameProblem(name: string, { manifest, minor }: ManifestNode): NameProblem {
  const kind = String(manifest.kind);
  if (SEGMENT_NAMES.has(kind)) return pathSegment(name);
  if (kind === 'Service') return minor < 36 ? dns1035Label(name) : dnsLabel(name);
  if (kind === 'Namespace') return dnsLabel(name);
  if (kind === 'StatefulSet' && minor >= 28) return dnsLabel(name);
  if (kind === 'Job' && isIndexed(manifest)) return dnsLabel(name);
  if (kind === 'CronJob' && name.length > CRON_JOB_LONGEST) {
    return `has ${name.length} characters, above ${CRON_JOB_LONGEST} (jobs get 11 more)`;
  }
  // Kinds that are rare in charts have rules of their own; these are the most that any allows.
  return dnsSubdomain(name) === undefined || !SUBDOMAIN_NAMES.has(kind)
    ? pathSegment(name)
    : dnsSubdomain(name);
}

const SUBDOMAIN_NAMES = new Set([
  ...['ConfigMap', 'CronJob', 'CSIDriver', 'DaemonSet', 'Deployment', 'Endpoints', 'EndpointSlice'],
  ...['HorizontalPodAutoscaler', 'Ingress', 'IngressClass', 'Job', 'Lease', 'LimitRange', 'NetworkPolicy'],
  ...['MutatingWebhookConfiguration', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PriorityClass'],
  ...['ReplicaSet', 'ReplicationController', 'ResourceQuota', 'RuntimeClass', 'Secret', 'ServiceAccount'],
  ...['StatefulSet', 'StorageClass', 'ValidatingWebhookConfiguration'],
]);

function isIndexed(manifest: JsonObject): boolean {
  return isJsonObject(manifest.spec) && manifest.spec.completionMode === 'Indexed';
}
