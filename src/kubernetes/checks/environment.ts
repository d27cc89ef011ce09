import { configKey, dnsSubdomain, environmentName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { mapIn, textIn } from '../manifest-node.ts';
import { nameCheck } from '../name-check.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const FIELDS = [
  ...['metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName'],
  ...['status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'],
];
const FILE_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.labels',
  'metadata.annotations',
];
const RESOURCE = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-\w+)$/;

export const checks: readonly ManifestCheck[] = [
  nameCheck({
    id: 'environment-name',
    on: ['core/v1.EnvVar'],
    source: `ValidateEnv in ${CORE}`,
    called: 'variable name',
    problem: environmentName,
    help: 'Write letters, digits and "_".',
  }),
  {
    id: 'environment-value-twice',
    on: ['core/v1.EnvVar'],
    source: `validateEnvVarValueFrom in ${CORE}`,
    *check(node) {
      if (textIn(node.value, 'value') === undefined || mapIn(node.value, 'valueFrom') === undefined) return;
      yield refuse(
        node,
        'valueFrom',
        'the variable has both "value" and "valueFrom"',
        'Keep one and set the other to null.',
        {
          part: 'key',
          related: [{ at: [...node.path, 'value'], problem: 'the other one' }],
        },
      );
    },
  },
  {
    id: 'environment-prefix',
    on: ['core/v1.EnvFromSource'],
    source: `ValidateEnvFrom in ${CORE}`,
    *check(node) {
      const prefix = textIn(node.value, 'prefix');
      const problem = prefix === undefined ? undefined : environmentName(prefix, node.minor);
      if (problem !== undefined)
        yield refuse(
          node,
          'prefix',
          `prefix ${showText(prefix!)} ${problem}`,
          'Write letters, digits and "_".',
        );
    },
  },
  {
    id: 'pod-field',
    on: ['core/v1.EnvVarSource', 'core/v1.DownwardAPIVolumeFile'],
    source: `validEnvDownwardAPIFieldPathExpressions and validVolumeDownwardAPIFieldPathExpressions in ${CORE}`,
    *check(node) {
      const path = textIn(mapIn(node.value, 'fieldRef'), 'fieldPath');
      if (path === undefined) return;
      const known = node.type === 'core/v1.EnvVarSource' ? FIELDS : FILE_FIELDS;
      if (known.includes(path) || /^metadata\.(labels|annotations)\['.+'\]$/.test(path)) return;
      yield refuse(
        node,
        ['fieldRef', 'fieldPath'],
        `fieldPath ${showText(path)} is no field that can be read here`,
        `Write ${known.join(', ')}.`,
      );
    },
  },
  {
    id: 'resource-field',
    on: ['core/v1.ResourceFieldSelector'],
    source: `validateContainerResourceFieldSelector in ${CORE}`,
    *check(node) {
      const resource = textIn(node.value, 'resource');
      if (resource !== undefined && !RESOURCE.test(resource)) {
        yield refuse(
          node,
          'resource',
          `resource ${showText(resource)} is none that can be read here`,
          'Write limits.memory, requests.cpu or the like.',
        );
      }
      if (
        node.path.includes('volumes') &&
        resource !== undefined &&
        textIn(node.value, 'containerName') === undefined
      ) {
        yield refuse(
          node,
          [],
          'a file with an amount needs "containerName"',
          'Add the name of the container.',
        );
      }
    },
  },
  {
    id: 'reference-key',
    on: ['core/v1.ConfigMapKeySelector', 'core/v1.SecretKeySelector', 'core/v1.KeyToPath'],
    source: `validateConfigMapKeySelector and validateSecretKeySelector in ${CORE}`,
    *check(node) {
      const key = textIn(node.value, 'key');
      const problem = key === undefined || node.type === 'core/v1.KeyToPath' ? undefined : configKey(key);
      if (problem !== undefined)
        yield refuse(
          node,
          'key',
          `key ${showText(key!)} ${problem}`,
          'Write a key that a ConfigMap or Secret can have.',
        );
    },
  },
  nameCheck({
    id: 'reference-name',
    on: [
      'core/v1.ConfigMapEnvSource',
      'core/v1.SecretEnvSource',
      'core/v1.ConfigMapKeySelector',
      'core/v1.SecretKeySelector',
    ],
    source: `validateConfigMapKeySelector, validateSecretKeySelector, validateConfigMapEnvSource, validateSecretEnvSource in ${CORE}`,
    called: 'name',
    problem: dnsSubdomain,
    help: 'Write the name of one that exists.',
  }),
];
