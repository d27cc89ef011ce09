import type { JsonObject } from '../../model/json-value.ts';
import { listWords } from '../../model/list-words.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { type ManifestNode, mapIn, mapsIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const CONTAINER = ['core/v1.Container'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'mount-without-volume',
    on: ['core/v1.PodSpec'],
    source: `ValidateVolumeMounts in ${CORE}`,
    *check(pod) {
      const volumes = volumeNames(pod);
      const there = new Set(volumes);
      const known = knownNames(volumes);
      for (const [way, container] of containersOf(pod)) {
        for (const [list, i, mount] of mountsOf(container)) {
          const name = textIn(mount, 'name');
          if (name === undefined || there.has(name)) continue;
          const meant = nearestName(name, known);
          yield refuse(
            pod,
            [...way, list, i, 'name'],
            `the pod has no volume ${showText(name)}`,
            meant === undefined
              ? `Add the volume${
                  volumes.length === 0 || volumes.length > 6
                    ? ''
                    : `, or mount ${listWords(
                        volumes.map((volume) => `"${volume}"`),
                        'or',
                      )}`
                }.`
              : `Write "${meant}", or add the volume.`,
            { related: [{ at: [...pod.path, 'volumes'], problem: 'the volumes of the pod' }] },
          );
        }
      }
    },
  },
  {
    id: 'mount-path',
    on: ['core/v1.VolumeMount'],
    source: `ValidateVolumeMounts in ${CORE}; mountPath in k8s.io/api/core/v1 ("must not contain ':'")`,
    *check(node) {
      const path = textIn(node.value, 'mountPath');
      // On Windows nodes it is the letter of a drive.
      if (path?.replace(/^[A-Za-z]:(?=[\\/])/, '').includes(':') !== true) return;
      yield {
        ...refuse(
          node,
          'mountPath',
          `mountPath ${showText(path)} holds a ":"`,
          'Write a path in the container.',
        ),
        severity: 'warning',
        why: 'The node cannot mount there, and the container does not start.',
      };
    },
  },
  {
    id: 'mount-sub-path',
    on: ['core/v1.VolumeMount'],
    source: `ValidateVolumeMounts and validateLocalDescendingPath in ${CORE}`,
    *check(node) {
      for (const field of ['subPath', 'subPathExpr']) {
        const path = textIn(node.value, field);
        if (path === undefined) continue;
        if (path.startsWith('/'))
          yield refuse(
            node,
            field,
            `${field} ${showText(path)} begins with "/"`,
            'Write a path within the volume, without the "/".',
          );
        else if (path.split('/').includes('..'))
          yield refuse(
            node,
            field,
            `${field} ${showText(path)} leaves the volume`,
            'Write a path without "..".',
          );
      }
      if (textIn(node.value, 'subPath') !== undefined && textIn(node.value, 'subPathExpr') !== undefined) {
        yield refuse(
          node,
          'subPathExpr',
          'the mount has both "subPath" and "subPathExpr"',
          'Keep one of them.',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'mount-propagation',
    on: CONTAINER,
    source: `validateMountPropagation in ${CORE}`,
    *check(node) {
      if (mapIn(node.value, 'securityContext')?.privileged === true) return;
      for (const [i, mount] of mapsIn(node.value, 'volumeMounts')) {
        if (mount.mountPropagation !== 'Bidirectional') continue;
        yield refuse(
          node,
          ['volumeMounts', i, 'mountPropagation'],
          'mountPropagation "Bidirectional" needs a privileged container',
          'Write "HostToContainer", or make the container privileged.',
        );
      }
    },
  },
  {
    id: 'recursive-read-only',
    on: ['core/v1.VolumeMount'],
    source: `validateMountRecursiveReadOnly in ${CORE}`,
    *check(node) {
      const mode = textIn(node.value, 'recursiveReadOnly');
      if (mode === undefined || mode === 'Disabled' || node.value.readOnly === true) return;
      yield refuse(
        node,
        'recursiveReadOnly',
        'recursiveReadOnly needs readOnly: true',
        'Add readOnly: true.',
        { part: 'key' },
      );
    },
  },
];

function containersOf({ value }: ManifestNode): [[string, number], JsonObject][] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    mapsIn(value, list).map(([i, container]): [[string, number], JsonObject] => [[list, i], container]),
  );
}

function mountsOf(container: JsonObject): [string, number, JsonObject][] {
  return ['volumeMounts', 'volumeDevices'].flatMap((list) =>
    mapsIn(container, list).map(([i, mount]): [string, number, JsonObject] => [list, i, mount]),
  );
}

/** Volumes of the pod, and what a StatefulSet claims for each of its pods. */
function volumeNames(pod: ManifestNode): string[] {
  const claims = mapsIn(mapIn(pod.manifest, 'spec'), 'volumeClaimTemplates').map(([, claim]) =>
    textIn(mapIn(claim, 'metadata'), 'name'),
  );
  const own = mapsIn(pod.value, 'volumes').map(([, volume]) => textIn(volume, 'name'));
  return [...own, ...(pod.manifest.kind === 'StatefulSet' ? claims : [])].filter(
    (name) => name !== undefined,
  );
}
