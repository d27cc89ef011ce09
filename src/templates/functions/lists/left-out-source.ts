import { deepSource } from '../../value/entry-origin.ts';
import type { GoValue } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';
import { bothSources, type ValuesSource } from '../../value/values-source.ts';

/** The values of items that a function leaves out: another value there would be in the result. */
export function leftOutSource(
  items: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
  isKept: (index: number) => boolean,
): ValuesSource | undefined {
  return items.reduce<ValuesSource | undefined>(
    (all, item, i) => (isKept(i) ? all : bothSources(all, deepSource(item, origins[i]))),
    undefined,
  );
}
