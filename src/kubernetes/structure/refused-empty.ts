/**
 * Fields with words where an empty text is no word and counts as written; elsewhere it counts as not written. Found by
 * emptying each and asking Kubernetes' validation.
 */
export const refusedEmpty: ReadonlySet<string> = new Set([
  'admissionregistration/v1.MutatingWebhook.failurePolicy',
  'admissionregistration/v1.MutatingWebhook.matchPolicy',
  'admissionregistration/v1.MutatingWebhook.reinvocationPolicy',
  'admissionregistration/v1.RuleWithOperations.scope',
  'admissionregistration/v1.ValidatingWebhook.failurePolicy',
  'admissionregistration/v1.ValidatingWebhook.matchPolicy',
  'batch/v1.JobSpec.completionMode',
  'batch/v1.JobSpec.podReplacementPolicy',
  'core/v1.PersistentVolumeClaimSpec.volumeMode',
  'core/v1.PodSecurityContext.fsGroupChangePolicy',
  'core/v1.ServiceSpec.internalTrafficPolicy',
  'core/v1.ServiceSpec.ipFamilyPolicy',
  'core/v1.TopologySpreadConstraint.nodeAffinityPolicy',
  'core/v1.TopologySpreadConstraint.nodeTaintsPolicy',
  'core/v1.VolumeMount.mountPropagation',
  'discovery/v1.EndpointPort.protocol',
  'networking/v1.NetworkPolicyPort.protocol',
  'policy/v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy',
  'scheduling/v1.PriorityClass.preemptionPolicy',
  'storage/v1.StorageClass.volumeBindingMode',
]);
