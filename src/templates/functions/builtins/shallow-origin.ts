import { bothSources, type Origin, type Source } from '../../value/origin.ts';
import { sourceOf } from '../../value/text-origin.ts';
import type { TracedCall } from '../go-function.ts';

/** The arguments themselves, not what containers among them hold: for functions that only look at them. */
export function shallowOrigin({ origins }: TracedCall): Origin | undefined {
  return origins.reduce<Source | undefined>((all, origin) => bothSources(all, sourceOf(origin)), undefined);
}
