import { listWords } from '../../model/list-words.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

/** Words that validation knows and the published types do not list. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'apps/v1.StatefulSetPersistentVolumeClaimRetentionPolicy': {
    whenDeleted: ['Retain', 'Delete'],
    whenScaled: ['Retain', 'Delete'],
  },
  'autoscaling/v2.HPAScalingRules': { selectPolicy: ['Max', 'Min', 'Disabled'] },
  'autoscaling/v2.HPAScalingPolicy': { type: ['Pods', 'Percent'] },
  'autoscaling/v2.MetricTarget': { type: ['Utilization', 'Value', 'AverageValue'] },
  'core/v1.ContainerResizePolicy': { restartPolicy: ['NotRequired', 'RestartContainer'] },
  'autoscaling/v2.MetricSpec': { type: ['Resource', 'Pods', 'Object', 'External', 'ContainerResource'] },
  'core/v1.PodOS': { name: ['linux', 'windows'] },
  'rbac/v1.Subject': { kind: ['ServiceAccount', 'User', 'Group'] },
  'networking/v1.IngressClassParametersReference': { scope: ['Cluster', 'Namespace'] },
  'storage/v1.CSIDriverSpec': { fsGroupPolicy: ['ReadWriteOnceWithFSType', 'File', 'None'] },
};

export const checks: readonly ManifestCheck[] = [
  {
    id: 'known-word',
    on: Object.keys(WORDS),
    source: 'field.NotSupported in pkg/apis/*/validation',
    *check(node) {
      for (const [field, words] of Object.entries(WORDS[node.type]!)) {
        const word = textIn(node.value, field);
        if (word === undefined || words.includes(word)) continue;
        const meant = nearestName(word, knownNames(words));
        yield refuse(
          node,
          field,
          `${field} is ${showText(word)}, which is no word that Kubernetes knows here`,
          meant === undefined
            ? `Write ${listWords(
                words.map((known) => `"${known}"`),
                'or',
              )}.`
            : `Write "${meant}".`,
          meant === undefined ? {} : { mend: { how: 'replace', by: meant } },
        );
      }
    },
  },
];
