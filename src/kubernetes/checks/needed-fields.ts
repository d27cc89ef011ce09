import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';

/**
 * Fields that validation demands and the published types call optional; an empty list or text counts as missing.
 * `spec` and `metadata` that are not there are checked as if they were empty.
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'core/v1.Container': ['image'],
  'core/v1.ExecAction': ['command'],
  'core/v1.SecretVolumeSource': ['secretName'],
  'core/v1.ConfigMapVolumeSource': ['name'],
  'core/v1.ConfigMapEnvSource': ['name'],
  'core/v1.SecretEnvSource': ['name'],
  'core/v1.ConfigMapKeySelector': ['name'],
  'core/v1.SecretKeySelector': ['name'],
  'core/v1.ConfigMapProjection': ['name'],
  'core/v1.SecretProjection': ['name'],
  'core/v1.PersistentVolumeClaimSpec': ['accessModes'],
  'core/v1.PersistentVolumeSpec': ['accessModes'],
  'core/v1.PodDNSConfigOption': ['name'],
  'core/v1.EphemeralVolumeSource': ['volumeClaimTemplate'],
  'networking/v1.IngressClassSpec': ['controller'],
  'networking/v1.IngressServiceBackend': ['port'],
  'admissionregistration/v1.RuleWithOperations': ['apiGroups', 'apiVersions', 'resources', 'operations'],
};

export const checks: readonly ManifestCheck[] = [
  {
    id: 'needed-field',
    on: Object.keys(NEEDED),
    source: 'field.Required in pkg/apis/*/validation',
    *check(node) {
      const short = node.type.slice(node.type.lastIndexOf('.') + 1);
      for (const field of NEEDED[node.type]!) {
        const value = fieldOf(node.value, field);
        const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
        if (value !== undefined && !isEmpty) continue;
        yield refuse(
          node,
          Object.hasOwn(node.value, field) ? field : [],
          `${short} ${isEmpty ? `has an empty "${field}"` : `lacks "${field}"`}`,
          `Add "${field}"${Array.isArray(value) ? ' with at least one item' : ''}.`,
        );
      }
    },
  },
];
