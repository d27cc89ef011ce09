import type { ScalarRole } from '../../model/scalar-role.ts';
import type { ValuesView } from '../values-view.ts';

/** Every text, number and boolean of the values. */
export function recognizeScalars({ scanned }: ValuesView): readonly ScalarRole[] {
  return scanned.scalars;
}
