import type { ValuesPath } from '../../model/values-path.ts';
import type { ValuesView } from '../values-view.ts';

/** Every key called "true" or "false". */
export function recognizeBooleanKeys({ scanned }: ValuesView): readonly ValuesPath[] {
  return scanned.booleanKeys;
}
