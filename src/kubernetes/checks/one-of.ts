import { listWords } from '../../model/list-words.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';

interface Choice {
  readonly fields: readonly string[];
  /** Whether one must be there. */
  readonly needed: boolean;
  readonly source: string;
}

const VOLUME_SOURCES = [
  ...[
    'configMap',
    'secret',
    'emptyDir',
    'persistentVolumeClaim',
    'hostPath',
    'projected',
    'downwardAPI',
    'csi',
  ],
  ...[
    'ephemeral',
    'image',
    'nfs',
    'iscsi',
    'fc',
    'cephfs',
    'rbd',
    'glusterfs',
    'azureDisk',
    'azureFile',
    'cinder',
  ],
  ...['awsElasticBlockStore', 'gcePersistentDisk', 'vsphereVolume', 'portworxVolume', 'quobyte', 'scaleIO'],
  ...['storageos', 'flexVolume', 'flocker', 'gitRepo', 'photonPersistentDisk', 'local'],
];
const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
const CORE = 'pkg/apis/core/validation/validation.go';

/** Fields of which one at most, or exactly one, may be there. */
const CHOICES: Readonly<Record<string, Choice>> = {
  'core/v1.Probe': { fields: HANDLERS, needed: true, source: `validateHandler in ${CORE}` },
  'core/v1.LifecycleHandler': {
    fields: ['exec', 'httpGet', 'tcpSocket', 'sleep'],
    needed: true,
    source: `validateHandler in ${CORE}`,
  },
  'core/v1.Volume': { fields: VOLUME_SOURCES, needed: false, source: `validateVolumeSource in ${CORE}` },
  'core/v1.PersistentVolumeSpec': {
    fields: VOLUME_SOURCES,
    needed: true,
    source: `ValidatePersistentVolumeSpec in ${CORE}`,
  },
  'core/v1.VolumeProjection': {
    fields: [
      'secret',
      'configMap',
      'downwardAPI',
      'serviceAccountToken',
      'clusterTrustBundle',
      'podCertificate',
    ],
    needed: false,
    source: `validateProjectionSources in ${CORE}`,
  },
  'core/v1.EnvVarSource': {
    fields: ['secretKeyRef', 'configMapKeyRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'],
    needed: true,
    source: `validateEnvVarValueFrom in ${CORE}`,
  },
  'core/v1.EnvFromSource': {
    fields: ['configMapRef', 'secretRef'],
    needed: true,
    source: `ValidateEnvFrom in ${CORE}`,
  },
  'core/v1.DownwardAPIVolumeFile': {
    fields: ['fieldRef', 'resourceFieldRef'],
    needed: true,
    source: `validateDownwardAPIVolumeFile in ${CORE}`,
  },
  'networking/v1.IngressBackend': {
    fields: ['service', 'resource'],
    needed: true,
    source: 'validateIngressBackend in pkg/apis/networking/validation/validation.go',
  },
  'networking/v1.ServiceBackendPort': {
    fields: ['number', 'name'],
    needed: true,
    source: 'validateIngressBackend in pkg/apis/networking/validation/validation.go',
  },
  'policy/v1.PodDisruptionBudgetSpec': {
    fields: ['minAvailable', 'maxUnavailable'],
    needed: false,
    source: 'ValidatePodDisruptionBudgetSpec in pkg/apis/policy/validation/validation.go',
  },
  'admissionregistration/v1.WebhookClientConfig': {
    fields: ['service', 'url'],
    needed: true,
    source: 'validateWebhook in pkg/apis/admissionregistration/validation/validation.go',
  },
};

export const checks: readonly ManifestCheck[] = Object.entries(CHOICES).map(
  ([type, { fields, needed, source }]) => ({
    id: `one-of-${kebab(type)}`,
    on: [type],
    source,
    *check(node) {
      const there = fields.filter((field) => isThere(fieldOf(node.value, field)));
      const short = type.slice(type.lastIndexOf('.') + 1);
      if (there.length > 1) {
        const [first, second] = there as [string, string];
        yield refuse(
          node,
          second,
          `${short} has both "${first}" and "${second}", and may have one of them`,
          `Keep one and set the other to null.`,
          { part: 'key', related: [{ at: [...node.path, first], problem: `"${first}"` }] },
        );
      } else if (there.length === 0 && needed) {
        const common = fields.slice(0, 4).map((field) => `"${field}"`);
        yield refuse(node, [], `${short} has no ${listWords(common, 'or')}`, `Add one of them.`);
      }
    },
  }),
);

/** Zero and an empty text are what Go has for "not written". */
function isThere(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== 0;
}

/** `core/v1.EnvVarSource` → `env-var-source` */
function kebab(type: string): string {
  return type
    .slice(type.lastIndexOf('.') + 1)
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
