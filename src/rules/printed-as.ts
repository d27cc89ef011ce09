import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { fitsPattern } from './fits-pattern.ts';

/** What the schema says of a number that templates print as it is: whether digits in quotes do as well. */
export function printedAs(release: Release, path: ValuesPath): 'text' | 'number' | undefined {
  return release.chart?.annotations.find(
    ({ pattern, annotation }) => annotation.printed !== undefined && fitsPattern(path, pattern),
  )?.annotation.printed;
}
