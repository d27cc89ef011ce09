import type { JsonValue } from '../../model/json-value.ts';
import { objectAt } from '../../model/values-path.ts';

/** Whether Flux' post-build substitution leaves an object as it is: a label or an annotation says so. */
export function refusesSubstitution(data: JsonValue): boolean {
  return ['labels', 'annotations'].some(
    (field) => objectAt(data, ['metadata', field])?.['kustomize.toolkit.fluxcd.io/substitute'] === 'disabled',
  );
}
