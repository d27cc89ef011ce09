import type { Release } from '../model/release.ts';

/**
 * The effective values as the shipped schema of the chart types them: `chartValues<ColonyosValues>(release)`. The types are
 * a hope, since a file may hold anything: check `typeof` before calculating, and reach through maps with `?.`.
 */
export function chartValues<Values>({ values }: Release): Values {
  return values.data as Values;
}
