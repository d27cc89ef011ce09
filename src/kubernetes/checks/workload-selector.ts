import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, mapIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { selects } from './selectors.ts';

const WORKLOADS = [
  'apps/v1.DeploymentSpec',
  'apps/v1.StatefulSetSpec',
  'apps/v1.DaemonSetSpec',
  'apps/v1.ReplicaSetSpec',
];
const SOURCE =
  'ValidateDeploymentSpec, ValidateStatefulSetSpec, ValidateDaemonSetSpec, ValidateReplicaSetSpec in apps';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'selector-empty',
    on: WORKLOADS,
    source: SOURCE,
    *check(node) {
      const selector = mapIn(node.value, 'selector');
      if (!selector) return;
      const { matchLabels, matchExpressions } = selector;
      if (
        [matchLabels, matchExpressions].every(
          (part) => part === null || part === undefined || Object.keys(part).length === 0,
        )
      ) {
        yield refuse(
          node,
          'selector',
          'the selector is empty, so it selects no pods',
          'Add "matchLabels" with labels of the pod template.',
        );
      }
    },
  },
  {
    id: 'selector-matches-template',
    on: WORKLOADS,
    source: SOURCE,
    *check(node) {
      const selector = mapIn(node.value, 'selector');
      const template = mapIn(node.value, 'template');
      if (!selector || (template === undefined && fieldOf(node.value, 'template') !== undefined)) return;
      const labels = mapIn(mapIn(template, 'metadata'), 'labels') ?? {};
      if (selects(selector, labels) !== false) return;
      yield refuse(
        node,
        'selector',
        'the selector does not select the pods of its own template',
        'Give the template the labels that the selector names.',
        {
          related: [
            { at: [...node.path, 'template', 'metadata', 'labels'], problem: 'the labels of the template' },
          ],
        },
      );
    },
  },
];
