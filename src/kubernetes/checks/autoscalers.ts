import { pathSegment } from '../grammar/names.ts';
import { parseQuantity } from '../grammar/quantity.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, mapIn, mapsIn, numberIn, textIn } from '../manifest-node.ts';
import { nameCheck } from '../name-check.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const AUTOSCALING = 'pkg/apis/autoscaling/validation/validation.go';
const SPECS = ['autoscaling/v2.HorizontalPodAutoscalerSpec', 'autoscaling/v1.HorizontalPodAutoscalerSpec'];
const SOURCES: Readonly<Record<string, string>> = {
  Resource: 'resource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
  ContainerResource: 'containerResource',
};

export const checks: readonly ManifestCheck[] = [
  {
    id: 'replica-bounds',
    on: SPECS,
    source: `validateHorizontalPodAutoscalerSpec in ${AUTOSCALING}`,
    *check(node) {
      const [least, most] = [numberIn(node.value, 'minReplicas'), numberIn(node.value, 'maxReplicas')];
      if (least !== undefined && most !== undefined && least > most && most > 0) {
        yield refuse(
          node,
          'maxReplicas',
          `maxReplicas ${most} is below minReplicas ${least}`,
          'Raise the most or lower the least.',
          {
            related: [{ at: [...node.path, 'minReplicas'], problem: `minReplicas is ${least}` }],
          },
        );
      }
    },
  },
  {
    id: 'scale-to-zero',
    on: SPECS,
    source: `validateMetrics in ${AUTOSCALING}; the gate HPAScaleToZero, on since Kubernetes 1.37`,
    *check(node) {
      if (numberIn(node.value, 'minReplicas') !== 0) return;
      const types = mapsIn(node.value, 'metrics').map(([, metric]) => metric.type);
      if (node.minor >= 37 && (types.includes('Object') || types.includes('External'))) return;
      yield refuse(
        node,
        'minReplicas',
        'minReplicas is 0, and nothing that pods report can wake them',
        'Write at least 1.',
        node.minor < 37 && (types.includes('Object') || types.includes('External'))
          ? { severity: 'warning' }
          : {},
      );
    },
  },
  {
    id: 'metric-source',
    on: ['autoscaling/v2.MetricSpec'],
    source: `validateMetricSpec in ${AUTOSCALING}`,
    *check(node) {
      const type = textIn(node.value, 'type');
      const wanted = type === undefined ? undefined : SOURCES[type];
      if (wanted === undefined) return;
      if (fieldOf(node.value, wanted) === undefined)
        yield refuse(node, [], `a metric of type ${type} needs "${wanted}"`, `Add "${wanted}".`);
      for (const other of Object.values(SOURCES)) {
        if (other === wanted || fieldOf(node.value, other) === undefined) continue;
        yield refuse(
          node,
          other,
          `a metric of type ${type} has no "${other}"`,
          'Remove it, or change the type.',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'metric-target',
    on: [
      'autoscaling/v2.ResourceMetricSource',
      'autoscaling/v2.ContainerResourceMetricSource',
      'autoscaling/v2.PodsMetricSource',
      'autoscaling/v2.ObjectMetricSource',
      'autoscaling/v2.ExternalMetricSource',
    ],
    source: `validateResourceSource and its like in ${AUTOSCALING}`,
    *check(node) {
      const target = mapIn(node.value, 'target');
      if (!target) return;
      const has = (field: string): boolean => fieldOf(target, field) !== undefined;
      const short = node.type.slice(node.type.lastIndexOf('.') + 1);
      if (short.includes('ResourceMetric')) {
        if (!has('averageUtilization') && !has('averageValue')) {
          yield refuse(
            node,
            ['target'],
            'the target has neither "averageUtilization" nor "averageValue"',
            'Add one of them.',
          );
        } else if (has('averageUtilization') && has('averageValue')) {
          yield refuse(
            node,
            ['target', 'averageValue'],
            'the target has both "averageUtilization" and "averageValue"',
            'Keep one of them.',
            { part: 'key' },
          );
        }
      } else if (short === 'PodsMetricSource') {
        if (!has('averageValue'))
          yield refuse(node, ['target'], 'the target of a Pods metric needs "averageValue"', 'Add it.');
      } else if (!has('value') && !has('averageValue')) {
        yield refuse(
          node,
          ['target'],
          'the target has neither "value" nor "averageValue"',
          'Add one of them.',
        );
      } else if (short === 'ExternalMetricSource' && has('value') && has('averageValue')) {
        yield refuse(
          node,
          ['target', 'averageValue'],
          'the target has both "value" and "averageValue"',
          'Keep one of them.',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'metric-amount',
    on: ['autoscaling/v2.MetricTarget'],
    source: `validateMetricTarget in ${AUTOSCALING}`,
    *check(node) {
      for (const field of ['value', 'averageValue']) {
        const value = fieldOf(node.value, field);
        const parsed =
          typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
        if (parsed !== undefined && parsed <= 0)
          yield refuse(
            node,
            field,
            `${field} is ${String(value)}, and must be above 0`,
            'Write a positive amount.',
          );
      }
    },
  },
  nameCheck({
    id: 'metric-name',
    on: ['autoscaling/v2.MetricIdentifier'],
    source: `validateMetricIdentifier in ${AUTOSCALING}`,
    called: 'metric name',
    problem: pathSegment,
    help: 'Write the name of the metric.',
  }),
  {
    id: 'scale-target',
    on: ['autoscaling/v2.CrossVersionObjectReference', 'autoscaling/v1.CrossVersionObjectReference'],
    source: `ValidateCrossVersionObjectReference in ${AUTOSCALING}`,
    *check(node) {
      const version = fieldOf(node.value, 'apiVersion');
      if (
        node.path.at(-1) === 'scaleTargetRef' &&
        typeof version === 'string' &&
        !/^[^/]+(\/[^/]+)?$/.test(version)
      ) {
        yield refuse(
          node,
          'apiVersion',
          `apiVersion ${showText(version)} is no version of an API`,
          'Write "apps/v1" for a Deployment.',
        );
      }
      for (const field of ['kind', 'name']) {
        const name = textIn(node.value, field);
        const problem = name === undefined ? undefined : pathSegment(name);
        if (problem !== undefined)
          yield refuse(node, field, `${field} ${showText(name!)} ${problem}`, 'Write what is to be scaled.');
      }
    },
  },
  {
    id: 'scaling-policies',
    on: ['autoscaling/v2.HPAScalingRules'],
    source: `validateScalingRules in ${AUTOSCALING}`,
    *check(node) {
      // Left out, they are the defaults; an empty list is refused.
      if (fieldOf(node.value, 'policies') === undefined || listIn(node.value, 'policies').length > 0) return;
      yield refuse(
        node,
        'policies',
        '"policies" is an empty list',
        'Add a policy, or remove it for the defaults.',
      );
    },
  },
];
