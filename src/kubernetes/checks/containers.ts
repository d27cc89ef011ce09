import { isJsonObject } from '../../model/json-value.ts';
import { imageProblem } from '../grammar/image.ts';
import { dnsLabel, dnsSubdomain } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, type ManifestNode, mapsIn, textIn } from '../manifest-node.ts';
import { nameCheck } from '../name-check.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const CONTAINER = ['core/v1.Container'];

export const checks: readonly ManifestCheck[] = [
  nameCheck({
    id: 'container-name',
    on: CONTAINER,
    source: `validateContainerCommon in ${CORE}`,
    called: 'container name',
    problem: dnsLabel,
    help: 'Write a name without dots in small letters.',
  }),
  {
    id: 'container-names-twice',
    on: ['core/v1.PodSpec'],
    source: `validateInitContainers in ${CORE}`,
    *check(node) {
      const names = new Set(mapsIn(node.value, 'containers').map(([, container]) => container.name));
      for (const [i, container] of mapsIn(node.value, 'initContainers')) {
        const name = textIn(container, 'name');
        if (name !== undefined && names.has(name)) {
          yield refuse(
            node,
            ['initContainers', i, 'name'],
            `a container and an init container are both called ${showText(name)}`,
            'Give each a name of its own.',
          );
        }
      }
    },
  },
  {
    id: 'image-blanks',
    on: CONTAINER,
    // Of the pods that a workload makes, when it makes them.
    refusedBy: 'later',
    source: `validateContainerOnlyForPod in ${CORE}`,
    *check(node) {
      const image = textIn(node.value, 'image');
      if (image === undefined || image.trim() === image) return;
      yield refuse(node, 'image', `image ${showText(image)} has a blank at an end`, 'Remove the blank.', {
        mend: { how: 'replace', by: image.trim() },
      });
    },
  },
  {
    id: 'image-reference',
    on: CONTAINER,
    refusedBy: 'later',
    source: 'distribution/reference, Parse, which the node uses; the API server takes any text',
    *check(node) {
      const image = textIn(node.value, 'image');
      const problem = image === undefined ? undefined : imageProblem(image.trim());
      if (problem === undefined) return;
      yield {
        ...refuse(
          node,
          'image',
          `image ${showText(image!)} ${problem}`,
          'Write [registry/]name[:tag][@digest].',
        ),
        why: 'No node can read it: the pod waits with InvalidImageName.',
      };
    },
  },
  {
    id: 'init-container-forbidden',
    on: ['core/v1.PodSpec'],
    source: `validateInitContainers in ${CORE}`,
    *check(node) {
      for (const [i, container] of mapsIn(node.value, 'initContainers')) {
        if (container.restartPolicy === 'Always') continue;
        for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
          if (!isJsonObject(fieldOf(container, field))) continue;
          yield refuse(
            node,
            ['initContainers', i, field],
            `an init container that ends cannot have "${field}"`,
            'Remove it, or make the container a sidecar with restartPolicy: Always.',
            { part: 'key' },
          );
        }
      }
    },
  },
  {
    id: 'init-container-restart',
    on: ['core/v1.PodSpec'],
    source: `validateInitContainerRestartPolicy and validateContainers in ${CORE}`,
    *check(node) {
      // Since 1.35 each container may have a policy of its own.
      if (node.minor >= 35) return yield* unknownPolicies(node);
      for (const [i, container] of mapsIn(node.value, 'initContainers')) {
        const policy = textIn(container, 'restartPolicy');
        if (policy === undefined || policy === 'Always') continue;
        yield refuse(
          node,
          ['initContainers', i, 'restartPolicy'],
          `restartPolicy of an init container is ${showText(policy)}`,
          'Write "Always" for a sidecar, or remove it.',
        );
      }
      for (const [i, container] of mapsIn(node.value, 'containers')) {
        if (fieldOf(container, 'restartPolicy') === undefined) continue;
        yield refuse(
          node,
          ['containers', i, 'restartPolicy'],
          'a container cannot have a restartPolicy of its own',
          'Write it beside "containers", for the whole pod.',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'pod-reference-name',
    on: ['core/v1.PodSpec'],
    source: `ValidatePodSpec in ${CORE}`,
    *check(node) {
      for (const field of ['serviceAccountName', 'priorityClassName', 'runtimeClassName', 'nodeName']) {
        const name = textIn(node.value, field);
        const problem = name === undefined ? undefined : dnsSubdomain(name);
        if (problem !== undefined)
          yield refuse(
            node,
            field,
            `${field} ${showText(name!)} ${problem}`,
            'Write the name of one that exists.',
          );
      }
    },
  },
];

function* unknownPolicies(node: ManifestNode) {
  for (const list of ['initContainers', 'containers']) {
    for (const [i, container] of mapsIn(node.value, list)) {
      const policy = textIn(container, 'restartPolicy');
      if (policy === undefined || ['Always', 'Never', 'OnFailure'].includes(policy)) continue;
      yield refuse(
        node,
        [list, i, 'restartPolicy'],
        `restartPolicy is ${showText(policy)}`,
        'Write "Always", "Never" or "OnFailure".',
      );
    }
  }
}
