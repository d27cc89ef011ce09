import type { ImagePullSecretsRole } from '../../model/pod-roles.ts';
import type { ValuesView } from '../values-view.ts';

/**
 * Every list of registry credentials that the schema annotates. Charts differ in what they expect, objects or names, and
 * nothing but their templates tells, so there is no convention to go by.
 */
export function recognizeImagePullSecrets(view: ValuesView): ImagePullSecretsRole[] {
  return view
    .annotated('image-pull-secrets')
    .flatMap(({ path, value, annotation }) =>
      annotation.items === undefined || value === null ? [] : [{ path, value, items: annotation.items }],
    );
}
