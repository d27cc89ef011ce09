/**
 * Where a field of an older version of an API, or one that people expect, is now: `type.field` → its place below the same map.
 * From the types of extensions/v1beta1, networking.k8s.io/v1beta1, autoscaling/v1 and v2beta1, and from questions that are asked.
 */
export const movedFields: Readonly<Record<string, string>> = {
  'networking/v1.IngressBackend.serviceName': 'service.name',
  'networking/v1.IngressBackend.servicePort': 'service.port.number, or service.port.name for a name',
  'networking/v1.IngressSpec.backend': 'defaultBackend',
  'autoscaling/v2.HorizontalPodAutoscalerSpec.targetCPUUtilizationPercentage':
    'metrics, as an item of type Resource with target.averageUtilization',
  'autoscaling/v2.ResourceMetricSource.targetAverageUtilization':
    'target.averageUtilization, with target.type: Utilization',
  'autoscaling/v2.ResourceMetricSource.targetAverageValue':
    'target.averageValue, with target.type: AverageValue',
  'core/v1.SecretVolumeSource.name': 'secretName',
  'core/v1.PersistentVolumeClaimVolumeSource.name': 'claimName',
  'core/v1.NFSVolumeSource.host': 'server',
  'core/v1.ResourceRequirements.cpu': 'requests.cpu or limits.cpu',
  'core/v1.ResourceRequirements.memory': 'requests.memory or limits.memory',
  'core/v1.VolumeResourceRequirements.storage': 'requests.storage',
  'core/v1.PersistentVolumeClaimSpec.size': 'resources.requests.storage',
  'core/v1.PersistentVolumeClaimSpec.storage': 'resources.requests.storage',
  'core/v1.PersistentVolumeClaimSpec.storageClass': 'storageClassName',
  'core/v1.PersistentVolumeClaimSpec.accessMode': 'accessModes, as a list',
  'core/v1.HTTPGetAction.headers': 'httpHeaders',
  'core/v1.EnvVar.secretKeyRef': 'valueFrom.secretKeyRef',
  'core/v1.EnvVar.configMapKeyRef': 'valueFrom.configMapKeyRef',
  'core/v1.EnvVar.fieldRef': 'valueFrom.fieldRef',
  'core/v1.EnvFromSource.configMap': 'configMapRef',
  'core/v1.EnvFromSource.secret': 'secretRef',
  'core/v1.Probe.path': 'httpGet.path',
  'core/v1.Probe.command': 'exec.command',
};
