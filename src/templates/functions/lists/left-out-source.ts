import { deepSource } from '../../value/entry-origin.ts';
import type { GoValue } from '../../value/go-value.ts';
import { bothSources, type Origin, type Source } from '../../value/origin.ts';

/** The values of items that a function leaves out: another value there would be in the result. */
export function leftOutSource(
  items: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
  isKept: (index: number) => boolean,
): Source | undefined {
  return items.reduce<Source | undefined>(
    (all, item, i) => (isKept(i) ? all : bothSources(all, deepSource(item, origins[i]))),
    undefined,
  );
}
