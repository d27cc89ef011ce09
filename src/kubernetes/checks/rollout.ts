import type { JsonValue } from '../../model/json-value.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, type ManifestNode, mapIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';

const ROLLING = [
  'apps/v1.RollingUpdateDeployment',
  'apps/v1.RollingUpdateDaemonSet',
  'apps/v1.RollingUpdateStatefulSetStrategy',
];

/** Workloads whose pods run on. */
const RUNNING_ON = [
  'apps/v1.DeploymentSpec',
  'apps/v1.StatefulSetSpec',
  'apps/v1.DaemonSetSpec',
  'apps/v1.ReplicaSetSpec',
];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'strategy-excludes-rolling-update',
    on: ['apps/v1.DeploymentStrategy', 'apps/v1.StatefulSetUpdateStrategy'],
    source:
      'ValidateDeploymentStrategy and ValidateStatefulSetSpec in pkg/apis/apps/validation/validation.go',
    *check(node) {
      const type = textIn(node.value, 'type');
      if ((type !== 'Recreate' && type !== 'OnDelete') || fieldOf(node.value, 'rollingUpdate') === undefined)
        return;
      yield refuse(
        node,
        'rollingUpdate',
        `strategy ${type} cannot have "rollingUpdate"`,
        'Set rollingUpdate to null, or write "RollingUpdate".',
        {
          related: [{ at: [...node.path, 'type'], problem: `the strategy is ${type}` }],
        },
      );
    },
  },
  {
    id: 'rollout-cannot-move',
    on: ['apps/v1.RollingUpdateDeployment', 'apps/v1.RollingUpdateDaemonSet'],
    source:
      'ValidateRollingUpdateDeployment and ValidateRollingUpdateDaemonSet in pkg/apis/apps/validation/validation.go',
    *check(node) {
      const surge = fieldOf(node.value, 'maxSurge');
      const unavailable = fieldOf(node.value, 'maxUnavailable');
      const isDaemon = node.type.endsWith('DaemonSet');
      if (isZero(unavailable) && (isDaemon ? surge === undefined || isZero(surge) : isZero(surge))) {
        yield refuse(
          node,
          'maxUnavailable',
          'maxSurge and maxUnavailable are both 0, so no pod can be replaced',
          'Make one of them at least 1.',
        );
      }
      if (isDaemon && surge !== undefined && !isZero(surge) && !isZero(unavailable)) {
        yield refuse(
          node,
          'maxSurge',
          'a DaemonSet with maxSurge needs maxUnavailable 0',
          'Set maxUnavailable to 0, or remove maxSurge.',
        );
      }
    },
  },
  {
    id: 'rollout-amount',
    on: [...ROLLING, 'policy/v1.PodDisruptionBudgetSpec'],
    source:
      'ValidatePositiveIntOrPercent and IsNotMoreThan100Percent in pkg/apis/apps/validation/validation.go',
    *check(node) {
      for (const field of ['maxSurge', 'maxUnavailable', 'minAvailable']) {
        const problem = amountProblem(fieldOf(node.value, field), field !== 'maxSurge');
        if (problem === undefined) continue;
        yield refuse(node, field, `${field} ${problem}`, 'Write a number of pods, or a share such as "25%".');
      }
    },
  },
  {
    id: 'progress-deadline',
    on: ['apps/v1.DeploymentSpec'],
    source: 'ValidateDeploymentSpec in pkg/apis/apps/validation/validation.go',
    *check(node) {
      const deadline = numberIn(node.value, 'progressDeadlineSeconds') ?? 600;
      const ready = numberIn(node.value, 'minReadySeconds') ?? 0;
      if (deadline < 0 || deadline > ready) return;
      yield refuse(
        node,
        fieldOf(node.value, 'progressDeadlineSeconds') === undefined
          ? 'minReadySeconds'
          : 'progressDeadlineSeconds',
        `progressDeadlineSeconds ${deadline} is not above minReadySeconds ${ready}`,
        'Raise the deadline above the time that a pod needs to count as ready.',
      );
    },
  },
  {
    id: 'workload-restart-policy',
    on: RUNNING_ON,
    source: 'ValidatePodTemplateSpecForReplicaSet and its like in pkg/apis/apps/validation/validation.go',
    *check(node) {
      const policy = textIn(podOf(node), 'restartPolicy');
      if (policy !== 'Never' && policy !== 'OnFailure') return;
      yield refuse(
        node,
        ['template', 'spec', 'restartPolicy'],
        `restartPolicy is "${policy}", and a workload that runs on needs "Always"`,
        'Remove it, or write a Job.',
      );
    },
  },
  {
    id: 'workload-deadline',
    on: RUNNING_ON,
    source: 'ValidatePodTemplateSpecForReplicaSet and its like in pkg/apis/apps/validation/validation.go',
    *check(node) {
      if (fieldOf(podOf(node), 'activeDeadlineSeconds') === undefined) return;
      yield refuse(
        node,
        ['template', 'spec', 'activeDeadlineSeconds'],
        'activeDeadlineSeconds is only for jobs and single pods',
        'Remove it.',
      );
    },
  },
  {
    id: 'job-restart-policy',
    on: ['batch/v1.JobSpec'],
    source: 'validateJobSpec in pkg/apis/batch/validation/validation.go',
    *check(node) {
      const policy = textIn(podOf(node), 'restartPolicy');
      if (policy === 'Never' || policy === 'OnFailure') return;
      yield refuse(
        node,
        policy === undefined ? ['template', 'spec'] : ['template', 'spec', 'restartPolicy'],
        policy === undefined
          ? 'a job needs "restartPolicy", since the default is "Always"'
          : `restartPolicy is "${policy}", which a job cannot have`,
        'Write "Never" or "OnFailure".',
      );
    },
  },
];

function podOf(node: ManifestNode) {
  return mapIn(mapIn(node.value, 'template'), 'spec');
}

function isZero(value: JsonValue | undefined): boolean {
  return value === 0 || (typeof value === 'string' && /^0+%$/.test(value));
}

function amountProblem(value: JsonValue | undefined, isShare: boolean): string | undefined {
  if (typeof value === 'number') return value < 0 ? `is ${value}, below 0` : undefined;
  if (typeof value !== 'string') return undefined;
  if (!/^\d+%$/.test(value)) return `is ${JSON.stringify(value)}, neither a number nor a share with "%"`;
  return isShare && Number(value.slice(0, -1)) > 100 ? `is "${value}", above 100%` : undefined;
}
