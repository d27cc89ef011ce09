import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoMap, GoValue, TracedCall } from '../../value/go-value.ts';
import { goMap, isMap } from '../../value/make-value.ts';
import { sourceOf } from '../../value/text-origin.ts';
import { bothSources } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';
import { mapOrigins } from './map-origins.ts';
import { MergeStop, mergeMaps } from './merge-maps.ts';

/** Functions that merge maps into the first one. */
export const MERGE_FUNCTIONS: readonly GoFunction[] = [
  merging('merge', false, () => ''),
  merging('mergeOverwrite', true, () => ''),
  merging('mustMerge', false, failed),
  merging('mustMergeOverwrite', true, failed),
];

function failed({ message }: MergeStop): never {
  throw new GoError(message);
}

function merging(name: string, overwrite: boolean, stopped: (error: MergeStop) => GoValue): GoFunction {
  return declareFunction(
    name,
    'map, ...map -> any',
    ([first, ...others]: (GoMap | null)[], context) => {
      const into = first ?? (others.some((other) => other !== null) ? goMap() : null);
      try {
        for (const other of others) {
          if (other === null || into === null) continue;
          context.spend(other.entries.size);
          mergeMaps(into, other, { overwrite, traced: context.traced });
        }
      } catch (error) {
        if (error instanceof MergeStop) return stopped(error);
        throw error;
      }
      return into ?? { ...goMap(), isNil: true };
    },
    mergedOrigin,
  );
}

/** Entries of a map that has no origins of its own come from whatever the map comes from. */
function mergedOrigin({ args, origins, result }: TracedCall): TracedCall['origins'][number] {
  if (!isMap(result)) return origins.map(sourceOf).reduce(bothSources, undefined);
  for (const [i, other] of args.entries()) {
    const own = origins[i];
    if (
      i === 0 ||
      own === undefined ||
      !isMap(other) ||
      other.place !== undefined ||
      other.origins !== undefined
    )
      continue;
    const known = mapOrigins(result, origins[0]);
    for (const [key, value] of other.entries) {
      if (known.get(key) === undefined && result.entries.get(key) === value) known.set(key, own);
    }
  }
  return origins[0];
}
