import { labelValue, qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const TOLERATION = ['core/v1.Toleration'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'toleration-without-key',
    on: TOLERATION,
    source: `ValidateTolerations in ${CORE}`,
    *check(node) {
      if (textIn(node.value, 'key') !== undefined || node.value.operator === 'Exists') return;
      yield refuse(
        node,
        [],
        'a toleration without "key" needs operator "Exists"',
        'Add the key of the taint, or write operator: Exists to tolerate all.',
      );
    },
  },
  {
    id: 'toleration-value',
    on: TOLERATION,
    source: `ValidateTolerations in ${CORE}`,
    *check(node) {
      const value = textIn(node.value, 'value');
      const operator = textIn(node.value, 'operator');
      if (value === undefined) return;
      if (operator === 'Exists') {
        yield refuse(
          node,
          'value',
          'operator "Exists" takes no "value"',
          'Remove the value, or write "Equal".',
          { part: 'key' },
        );
      } else if (operator === undefined || operator === 'Equal') {
        const problem = labelValue(value);
        if (problem !== undefined)
          yield refuse(node, 'value', `value ${showText(value)} ${problem}`, 'Write the value of the taint.');
      }
    },
  },
  {
    id: 'toleration-key',
    on: TOLERATION,
    source: `ValidateTolerations in ${CORE}`,
    *check(node) {
      const key = textIn(node.value, 'key');
      const problem = key === undefined ? undefined : qualifiedName(key);
      if (problem !== undefined)
        yield refuse(
          node,
          'key',
          `key ${showText(key!)} ${problem}`,
          'Write it as "name" or "example.com/name".',
        );
    },
  },
  {
    id: 'toleration-seconds',
    on: TOLERATION,
    source: `ValidateTolerations in ${CORE}`,
    *check(node) {
      if (numberIn(node.value, 'tolerationSeconds') === undefined || node.value.effect === 'NoExecute')
        return;
      yield refuse(
        node,
        'tolerationSeconds',
        'tolerationSeconds needs effect "NoExecute"',
        'Write effect: NoExecute, or remove the seconds.',
        { part: 'key' },
      );
    },
  },
  {
    id: 'topology-key',
    on: ['core/v1.PodAffinityTerm', 'core/v1.TopologySpreadConstraint'],
    source: `validatePodAffinityTerm in ${CORE}`,
    *check(node) {
      const key = textIn(node.value, 'topologyKey');
      const problem =
        key === undefined || node.type !== 'core/v1.PodAffinityTerm' ? undefined : qualifiedName(key);
      if (problem !== undefined)
        yield refuse(
          node,
          'topologyKey',
          `topologyKey ${showText(key!)} ${problem}`,
          'Write a label of nodes such as kubernetes.io/hostname.',
        );
    },
  },
  {
    id: 'min-domains',
    on: ['core/v1.TopologySpreadConstraint'],
    source: `validateMinDomains in ${CORE}`,
    *check(node) {
      if (
        fieldOf(node.value, 'minDomains') === undefined ||
        node.value.whenUnsatisfiable !== 'ScheduleAnyway'
      )
        return;
      yield refuse(
        node,
        'minDomains',
        'minDomains needs whenUnsatisfiable "DoNotSchedule"',
        'Remove minDomains, or write "DoNotSchedule".',
        { part: 'key' },
      );
    },
  },
  {
    id: 'label-keys-twice',
    on: ['core/v1.TopologySpreadConstraint', 'core/v1.PodAffinityTerm'],
    source: `ValidateMatchLabelKeysInTopologySpread in ${CORE}`,
    *check(node) {
      if (
        listIn(node.value, 'matchLabelKeys').length === 0 ||
        fieldOf(node.value, 'labelSelector') !== undefined
      )
        return;
      yield refuse(node, 'matchLabelKeys', 'matchLabelKeys needs a labelSelector', 'Add a labelSelector.', {
        part: 'key',
      });
    },
  },
  {
    id: 'node-field',
    on: ['core/v1.NodeSelectorTerm'],
    source: `ValidateNodeFieldSelectorRequirement in ${CORE}`,
    *check(node) {
      for (const [i, item] of listIn(node.value, 'matchFields').entries()) {
        const key = textIn(item, 'key');
        if (key !== undefined && key !== 'metadata.name') {
          yield refuse(
            node,
            ['matchFields', i, 'key'],
            `${showText(key)} is no field that nodes are chosen by`,
            'Write "metadata.name", or use matchExpressions.',
          );
        }
      }
    },
  },
];
