import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { ImagePullSecretsRole } from '../model/pod-roles.ts';
import { annotatedValues } from './match-annotations.ts';

/**
 * Every list of registry credentials that the schema annotates. Charts differ in what they expect, objects or names, and
 * nothing but their templates tells, so there is no convention to go by.
 */
export function recognizeImagePullSecrets(
  data: JsonObject,
  chart: ChartProfile | undefined,
): ImagePullSecretsRole[] {
  return annotatedValues(data, chart?.annotations ?? [], 'image-pull-secrets').flatMap(
    ({ path, value, annotation }) =>
      annotation.items === undefined || value === null ? [] : [{ path, value, items: annotation.items }],
  );
}
