import type { Roles } from '../../model/roles.ts';
import { secretMatcher } from '../../model/secret-matcher.ts';
import type { ValuesView } from '../values-view.ts';

/** Which values no message may show. */
export function recognizeIsSecret({ chart }: ValuesView): Roles['isSecret'] {
  return secretMatcher(chart?.annotations ?? []);
}
