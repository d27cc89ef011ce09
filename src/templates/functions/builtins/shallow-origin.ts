import type { TracedCall } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';
import { sourceOf } from '../../value/text-origin.ts';
import { bothSources, type ValuesSource } from '../../value/values-source.ts';

/** The arguments themselves, not what containers among them hold: for functions that only look at them. */
export function shallowOrigin({ origins }: TracedCall): Origin | undefined {
  return origins.reduce<ValuesSource | undefined>(
    (all, origin) => bothSources(all, sourceOf(origin)),
    undefined,
  );
}
