import type { ManifestCheck } from '../manifest-check.ts';
import { valuesIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';

const INT32 = 2 ** 31 - 1;
const FREE = Number.POSITIVE_INFINITY;

/** Fields with their least and most, by type. */
type Ranges = Readonly<Record<string, Readonly<Record<string, readonly [least: number, most: number]>>>>;

const PORT = [1, 65535] as const;
const PORTS: Ranges = {
  'core/v1.ContainerPort': { containerPort: PORT, hostPort: [0, 65535] },
  'core/v1.ServicePort': { port: PORT, targetPort: [0, 65535] },
  'core/v1.HTTPGetAction': { port: PORT },
  'core/v1.TCPSocketAction': { port: PORT },
  'core/v1.GRPCAction': { port: PORT },
  'core/v1.EndpointPort': { port: PORT },
  'networking/v1.ServiceBackendPort': { number: [0, 65535] },
  'networking/v1.NetworkPolicyPort': { port: PORT, endPort: PORT },
  'admissionregistration/v1.ServiceReference': { port: PORT },
};

const COUNTS: Ranges = {
  'apps/v1.DeploymentSpec': {
    replicas: [0, FREE],
    minReadySeconds: [0, FREE],
    revisionHistoryLimit: [0, FREE],
    progressDeadlineSeconds: [0, FREE],
  },
  'apps/v1.ReplicaSetSpec': { replicas: [0, FREE], minReadySeconds: [0, FREE] },
  'apps/v1.StatefulSetSpec': { replicas: [0, FREE], minReadySeconds: [0, FREE] },
  'apps/v1.DaemonSetSpec': { minReadySeconds: [0, FREE], revisionHistoryLimit: [0, FREE] },
  'apps/v1.RollingUpdateStatefulSetStrategy': { partition: [0, FREE], maxUnavailable: [1, FREE] },
  'apps/v1.StatefulSetOrdinals': { start: [0, FREE] },
  'batch/v1.JobSpec': {
    parallelism: [0, FREE],
    completions: [0, FREE],
    backoffLimit: [0, FREE],
    activeDeadlineSeconds: [0, FREE],
    ttlSecondsAfterFinished: [0, FREE],
    backoffLimitPerIndex: [0, FREE],
    maxFailedIndexes: [0, FREE],
  },
  'batch/v1.CronJobSpec': {
    startingDeadlineSeconds: [0, FREE],
    successfulJobsHistoryLimit: [0, FREE],
    failedJobsHistoryLimit: [0, FREE],
  },
  'autoscaling/v2.HorizontalPodAutoscalerSpec': { maxReplicas: [1, FREE], minReplicas: [0, FREE] },
  'autoscaling/v1.HorizontalPodAutoscalerSpec': {
    maxReplicas: [1, FREE],
    minReplicas: [0, FREE],
    targetCPUUtilizationPercentage: [1, FREE],
  },
  'autoscaling/v2.MetricTarget': { averageUtilization: [1, FREE] },
  'autoscaling/v2.HPAScalingRules': { stabilizationWindowSeconds: [0, 3600] },
  'autoscaling/v2.HPAScalingPolicy': { value: [1, FREE], periodSeconds: [1, 1800] },
};

const POD: Ranges = {
  'core/v1.Probe': {
    initialDelaySeconds: [0, FREE],
    timeoutSeconds: [0, FREE],
    periodSeconds: [0, FREE],
    successThreshold: [0, FREE],
    failureThreshold: [0, FREE],
    terminationGracePeriodSeconds: [1, FREE],
  },
  'core/v1.PodSpec': { activeDeadlineSeconds: [1, INT32] },
  'core/v1.PreferredSchedulingTerm': { weight: [1, 100] },
  'core/v1.WeightedPodAffinityTerm': { weight: [1, 100] },
  'core/v1.TopologySpreadConstraint': { maxSkew: [1, FREE], minDomains: [1, FREE] },
  'core/v1.PodSecurityContext': {
    fsGroup: [0, INT32],
    runAsUser: [0, INT32],
    runAsGroup: [0, INT32],
    supplementalGroups: [0, INT32],
  },
  'core/v1.SecurityContext': { runAsUser: [0, INT32], runAsGroup: [0, INT32] },
  'core/v1.ClientIPConfig': { timeoutSeconds: [1, 86_400] },
  'core/v1.ServiceAccountTokenProjection': { expirationSeconds: [600, 2 ** 32] },
  'core/v1.ConfigMapVolumeSource': { defaultMode: [0, 0o777] },
  'core/v1.SecretVolumeSource': { defaultMode: [0, 0o777] },
  'core/v1.ProjectedVolumeSource': { defaultMode: [0, 0o777] },
  'core/v1.DownwardAPIVolumeSource': { defaultMode: [0, 0o777] },
  'core/v1.KeyToPath': { mode: [0, 0o777] },
  'core/v1.DownwardAPIVolumeFile': { mode: [0, 0o777] },
  'core/v1.ReplicationControllerSpec': { replicas: [0, FREE], minReadySeconds: [0, FREE] },
  'admissionregistration/v1.ValidatingWebhook': { timeoutSeconds: [1, 30] },
  'admissionregistration/v1.MutatingWebhook': { timeoutSeconds: [1, 30] },
  'scheduling/v1.PriorityClass': { value: [-(2 ** 31), 1_000_000_000] },
  'coordination/v1.LeaseSpec': { leaseDurationSeconds: [1, FREE], leaseTransitions: [0, FREE] },
};

export const checks: readonly ManifestCheck[] = [
  ranged('port-number', PORTS, 'IsValidPortNum in apimachinery/pkg/util/validation'),
  ranged('count-range', COUNTS, 'validation of the kinds in pkg/apis/{apps,batch,autoscaling}/validation'),
  ranged('number-range', POD, 'validation of the types in pkg/apis/*/validation'),
];

function ranged(id: string, ranges: Ranges, source: string): ManifestCheck {
  return {
    id,
    on: Object.keys(ranges),
    source,
    *check(node) {
      for (const [field, [least, most]] of Object.entries(ranges[node.type]!)) {
        for (const { way, name, value } of valuesIn(node.value, field)) {
          if (typeof value !== 'number' || (value >= least && value <= most)) continue;
          const isMode = most === 0o777;
          yield refuse(
            node,
            way,
            value < least
              ? `${name} is ${value}, below ${least}`
              : `${name} is ${value}, above ${isMode ? '0777 (511)' : most}`,
            isMode && value === 1000
              ? 'Write it with a leading 0: 0644.'
              : most === FREE
                ? `Write at least ${least}.`
                : `Write a number from ${least} to ${isMode ? '0777' : most}.`,
          );
        }
      }
    },
  };
}
