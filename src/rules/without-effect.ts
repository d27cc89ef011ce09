import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * Those of the things said of values to have no effect that have none: where the chart renders, changing them has to change nothing.
 * @param pathsOf the values that one of the things is about
 */
export function withoutEffect<T>(
  release: Pick<Release, 'rendered'>,
  things: readonly T[],
  pathsOf: (thing: T) => readonly ValuesPath[],
): readonly T[] {
  const { rendered } = release;
  if (rendered === undefined || things.length === 0) return things;
  // Mostly all of them are right, so all are asked for together.
  if (rendered.changesNothing(things.flatMap(pathsOf))) return things;
  if (things.length === 1) return [];
  const half = Math.ceil(things.length / 2);
  const parts = [things.slice(0, half), things.slice(half)];
  return parts.flatMap((part) => withoutEffect(release, part, pathsOf));
}
