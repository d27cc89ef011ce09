import { dnsSubdomain } from '../grammar/names.ts';
import { parseQuantity } from '../grammar/quantity.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, mapIn, textIn } from '../manifest-node.ts';
import { nameCheck } from '../name-check.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const CLAIM = ['core/v1.PersistentVolumeClaimSpec'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'storage-request',
    on: CLAIM,
    source: `ValidatePersistentVolumeClaimSpec in ${CORE}`,
    *check(node) {
      const resources = fieldOf(node.value, 'resources');
      if (resources !== undefined && typeof resources !== 'object') return;
      const size = fieldOf(mapIn(mapIn(node.value, 'resources'), 'requests'), 'storage');
      if (size === undefined) {
        yield refuse(
          node,
          resources === undefined ? [] : ['resources'],
          'the claim has no size in "resources"',
          'Add resources.requests.storage, such as 8Gi.',
        );
        return;
      }
      const parsed = typeof size === 'string' || typeof size === 'number' ? parseQuantity(size) : undefined;
      if (parsed !== undefined && parsed <= 0)
        yield refuse(
          node,
          ['resources', 'requests', 'storage'],
          `storage is ${String(size)}, and must be above 0`,
          'Write a size such as 8Gi.',
        );
    },
  },
  {
    id: 'storage-in-thousandths',
    on: CLAIM,
    source: 'pkg/api/persistentvolumeclaim/util.go, warningsForPersistentVolumeClaimResources',
    *check(node) {
      const size = fieldOf(mapIn(mapIn(node.value, 'resources'), 'requests'), 'storage');
      if (typeof size !== 'string' || !/^[\d.]+m$/.test(size)) return;
      yield {
        ...refuse(
          node,
          ['resources', 'requests', 'storage'],
          `storage is ${showText(size)}, less than whole bytes`,
          'Write "Mi" for mebibytes.',
        ),
        severity: 'warning',
        why: '"m" means thousandths.',
      };
    },
  },
  {
    id: 'access-mode-alone',
    on: CLAIM,
    source: `ValidatePersistentVolumeClaimSpec in ${CORE}`,
    *check(node) {
      const modes = listIn(node.value, 'accessModes');
      const i = modes.indexOf('ReadWriteOncePod');
      if (i >= 0 && modes.some((mode) => mode !== 'ReadWriteOncePod')) {
        yield refuse(
          node,
          ['accessModes', i],
          'ReadWriteOncePod excludes other access modes',
          'Keep one of them.',
        );
      }
    },
  },
  nameCheck({
    id: 'storage-class-name',
    on: [...CLAIM, 'core/v1.PersistentVolumeSpec'],
    source: `ValidatePersistentVolumeClaimSpec in ${CORE}`,
    field: 'storageClassName',
    called: 'storageClassName',
    problem: dnsSubdomain,
    help: 'Write the name of a StorageClass; "" for none, null for the default.',
  }),
  {
    id: 'volume-capacity',
    on: ['core/v1.PersistentVolumeSpec'],
    source: `ValidatePersistentVolumeSpec in ${CORE}`,
    *check(node) {
      const capacity = fieldOf(node.value, 'capacity');
      if (capacity !== undefined && typeof capacity !== 'object') return;
      const keys = Object.keys(mapIn(node.value, 'capacity') ?? {});
      if (keys.length !== 1 || keys[0] !== 'storage')
        yield refuse(
          node,
          capacity === undefined ? [] : 'capacity',
          'the capacity of a volume is its "storage"',
          'Write capacity: {storage: 8Gi}.',
        );
    },
  },
  {
    id: 'recycled-path',
    on: ['core/v1.PersistentVolumeSpec'],
    source: `ValidatePersistentVolumeSpec in ${CORE}`,
    *check(node) {
      if (
        node.value.persistentVolumeReclaimPolicy !== 'Recycle' ||
        textIn(mapIn(node.value, 'hostPath'), 'path') !== '/'
      )
        return;
      yield refuse(node, ['hostPath', 'path'], 'the root of a host cannot be recycled', 'Write "Retain".');
    },
  },
];
