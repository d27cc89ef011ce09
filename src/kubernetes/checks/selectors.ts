import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { labelValue, qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { listIn, mapIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const REQUIREMENTS = ['meta/v1.LabelSelectorRequirement', 'core/v1.NodeSelectorRequirement'];
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'selector-label',
    on: ['meta/v1.LabelSelector', 'core/v1.PodSpec', 'core/v1.ServiceSpec'],
    source:
      'ValidateLabelSelector in apimachinery/pkg/apis/meta/v1/validation; ValidatePodSpec and ValidateService in core',
    *check(node) {
      // What selects metrics is for the adapter of metrics.
      if (node.parent?.type === 'autoscaling/v2.MetricIdentifier') return;
      const field =
        node.type === 'core/v1.PodSpec'
          ? 'nodeSelector'
          : node.type === 'core/v1.ServiceSpec'
            ? 'selector'
            : 'matchLabels';
      for (const [key, value] of Object.entries(mapIn(node.value, field) ?? {})) {
        const keyProblem = qualifiedName(key);
        if (keyProblem !== undefined) {
          yield refuse(
            node,
            [field, key],
            `label key ${showText(key)} ${keyProblem}`,
            'Write it as "name" or "example.com/name".',
            { part: 'key' },
          );
        }
        const problem = typeof value === 'string' ? labelValue(value) : undefined;
        if (problem !== undefined) {
          yield refuse(
            node,
            [field, key],
            `label value ${showText(String(value))} ${problem}`,
            'Write a value that a label can have.',
          );
        }
      }
    },
  },
  {
    id: 'selector-operator',
    on: ['meta/v1.LabelSelectorRequirement'],
    source: 'ValidateLabelSelectorRequirement in apimachinery/pkg/apis/meta/v1/validation',
    *check(node) {
      const operator = textIn(node.value, 'operator');
      if (operator === undefined || OPERATORS.includes(operator)) return;
      const meant = OPERATORS.find((word) => word.toLowerCase() === operator.toLowerCase());
      yield refuse(
        node,
        'operator',
        `operator is ${showText(operator)}, which selectors of labels do not have`,
        meant === undefined ? `Write ${OPERATORS.join(', ')}.` : `Write "${meant}".`,
        meant === undefined ? {} : { mend: { how: 'replace', by: meant } },
      );
    },
  },
  {
    id: 'selector-values',
    on: REQUIREMENTS,
    source: 'ValidateLabelSelectorRequirement in apimachinery; ValidateNodeSelectorRequirement in core',
    *check(node) {
      const operator = textIn(node.value, 'operator');
      const values = listIn(node.value, 'values');
      if ((operator === 'In' || operator === 'NotIn') && values.length === 0) {
        yield refuse(
          node,
          [],
          `operator ${operator} has no "values" to compare with`,
          'Add "values", or write "Exists".',
        );
      }
      if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
        yield refuse(
          node,
          'values',
          `operator ${operator} takes no "values"`,
          'Remove "values", or write "In".',
        );
      }
      if ((operator === 'Gt' || operator === 'Lt') && node.type === REQUIREMENTS[1] && values.length !== 1) {
        yield refuse(
          node,
          [],
          `operator ${operator} takes one value, not ${values.length}`,
          'Write one number in quotes.',
        );
      }
    },
  },
  {
    id: 'selector-expression-label',
    on: REQUIREMENTS,
    source: 'ValidateLabelSelectorRequirement in apimachinery; ValidateNodeSelectorRequirement in core',
    *check(node) {
      // Fields of nodes are no labels.
      if (node.path.includes('matchFields')) return;
      const key = textIn(node.value, 'key');
      const problem = key === undefined ? undefined : qualifiedName(key);
      if (problem !== undefined) {
        yield refuse(
          node,
          'key',
          `label key ${showText(key!)} ${problem}`,
          'Write it as "name" or "example.com/name".',
        );
      }
      // Preferences may name labels that no node can have.
      if (node.type === REQUIREMENTS[1] && node.path.includes('preference')) return;
      for (const [i, value] of listIn(node.value, 'values').entries()) {
        const wrong = typeof value === 'string' ? labelValue(value) : undefined;
        if (wrong !== undefined) {
          yield refuse(
            node,
            ['values', i],
            `label value ${showText(String(value))} ${wrong}`,
            'Write a value that a label can have.',
          );
        }
      }
    },
  },
];

/** Whether labels fulfil a selector; undefined where the selector cannot be read. */
export function selects(selector: JsonObject, labels: JsonObject): boolean | undefined {
  for (const [key, value] of Object.entries(mapIn(selector, 'matchLabels') ?? {})) {
    // Go reads null into an empty text.
    const wanted = value ?? '';
    if (typeof wanted !== 'string') return undefined;
    if (labels[key] !== wanted) return false;
  }
  for (const expression of listIn(selector, 'matchExpressions')) {
    const fulfilled = isJsonObject(expression) ? fulfils(expression, labels) : undefined;
    if (fulfilled !== true) return fulfilled;
  }
  return true;
}

function fulfils(expression: JsonObject, labels: JsonObject): boolean | undefined {
  const { key, operator } = expression;
  if (typeof key !== 'string') return undefined;
  const value: JsonValue | undefined = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const isListed = value !== undefined && listIn(expression, 'values').includes(value);
  if (operator === 'In') return isListed;
  if (operator === 'NotIn') return !isListed;
  if (operator === 'Exists') return value !== undefined;
  return operator === 'DoesNotExist' ? value === undefined : undefined;
}
