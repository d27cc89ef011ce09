import { dnsLabel, dnsSubdomain } from '../grammar/names.ts';
import { parseQuantity } from '../grammar/quantity.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, mapsIn, textIn } from '../manifest-node.ts';
import { nameCheck } from '../name-check.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';

export const checks: readonly ManifestCheck[] = [
  nameCheck({
    id: 'volume-name',
    on: ['core/v1.Volume'],
    source: `ValidateVolumes in ${CORE}`,
    called: 'volume name',
    problem: dnsLabel,
    help: 'Write a name without dots in small letters.',
  }),
  {
    id: 'host-path',
    on: ['core/v1.HostPathVolumeSource', 'core/v1.LocalVolumeSource'],
    source: `validateHostPathVolumeSource and validatePathNoBacksteps in ${CORE}`,
    *check(node) {
      const path = textIn(node.value, 'path');
      if (path?.split('/').includes('..') === true)
        yield refuse(node, 'path', `path ${showText(path)} holds ".."`, 'Write the whole path.');
    },
  },
  {
    id: 'nfs-path',
    on: ['core/v1.NFSVolumeSource'],
    source: `validateNFSVolumeSource in ${CORE}`,
    *check(node) {
      const path = textIn(node.value, 'path');
      if (path !== undefined && !path.startsWith('/'))
        yield refuse(
          node,
          'path',
          `path ${showText(path)} does not begin with "/"`,
          'Write the whole path of the export.',
        );
    },
  },
  {
    id: 'file-path',
    on: ['core/v1.KeyToPath', 'core/v1.DownwardAPIVolumeFile', 'core/v1.ServiceAccountTokenProjection'],
    source: `ValidateLocalNonReservedPath in ${CORE}`,
    *check(node) {
      const path = textIn(node.value, 'path');
      if (path === undefined) return;
      const isToken = node.type === 'core/v1.ServiceAccountTokenProjection';
      if (path.startsWith('/'))
        yield refuse(
          node,
          'path',
          `path ${showText(path)} begins with "/"`,
          'Write a path within the volume, without the "/".',
        );
      else if (path.split('/').includes('..') || (!isToken && path.startsWith('..')))
        yield refuse(node, 'path', `path ${showText(path)} leaves the volume`, 'Write a path without "..".');
    },
  },
  {
    id: 'empty-dir-size',
    on: ['core/v1.EmptyDirVolumeSource'],
    source: `validateVolumeSource in ${CORE}`,
    *check(node) {
      const size = fieldOf(node.value, 'sizeLimit');
      const parsed = typeof size === 'string' || typeof size === 'number' ? parseQuantity(size) : undefined;
      if (parsed !== undefined && parsed < 0)
        yield refuse(node, 'sizeLimit', `sizeLimit is ${String(size)}, below 0`, 'Write a positive amount.');
    },
  },
  {
    id: 'csi-driver-name',
    on: ['core/v1.CSIVolumeSource', 'core/v1.CSIPersistentVolumeSource'],
    source: `ValidateCSIDriverName in ${CORE}`,
    *check(node) {
      const name = textIn(node.value, 'driver');
      if (name === undefined) return;
      const problem =
        name.length > 63 ? `has ${name.length} characters, above 63` : dnsSubdomain(name.toLowerCase());
      if (problem !== undefined)
        yield refuse(
          node,
          'driver',
          `driver ${showText(name)} ${problem}`,
          'Write the name of the CSI driver.',
        );
    },
  },
  {
    id: 'projected-paths-twice',
    on: ['core/v1.SecretVolumeSource', 'core/v1.ConfigMapVolumeSource'],
    source: `validateProjectionSources in ${CORE} refuses it; in a plain volume the last one counts`,
    *check(node) {
      const seen = new Set<string>();
      for (const [i, item] of mapsIn(node.value, 'items')) {
        const path = textIn(item, 'path');
        if (path !== undefined && seen.has(path)) {
          yield {
            ...refuse(
              node,
              ['items', i, 'path'],
              `two keys are written to the file ${showText(path)}`,
              'Give each a path of its own.',
            ),
            severity: 'warning',
            why: 'Only one of them is there in the end.',
          };
        }
        if (path !== undefined) seen.add(path);
      }
    },
  },
];
