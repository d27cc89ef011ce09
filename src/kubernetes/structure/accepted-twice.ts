/**
 * Lists whose items the API server takes although two have the same key; only server-side apply refuses them. Found by writing
 * an item twice and asking Kubernetes' validation.
 */
export const acceptedTwice: ReadonlySet<string> = new Set([
  'core/v1.Container.env',
  'core/v1.Container.ports',
  'core/v1.PodSpec.hostAliases',
  'core/v1.PodSpec.imagePullSecrets',
  'core/v1.ServiceAccount.secrets',
  'discovery/v1.Endpoint.addresses',
  'storage/v1.CSIDriverSpec.volumeLifecycleModes',
]);
