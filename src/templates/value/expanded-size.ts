import { GoError } from './go-error.ts';
import type { GoList, GoMap, GoValue } from './go-value.ts';

/** Deeper than any value of a chart; what walks values goes a frame or more deeper with each level. */
const DEEPEST = 1000;

/**
 * How many values somebody meets who goes through all of a value: a map that lies in two places counts twice, so that a few lines of
 * `dict "a" $d "b" $d` stand for more than any program can go through. Looks at each map once. Throws a GoError where it is nested too deep.
 */
export function expandedSize(value: GoValue): number {
  if (!isContainer(value)) return 1;
  // Most hold nothing but scalars.
  let size = 1;
  for (const below of value.go === 'map' ? value.entries.values() : value.items) {
    if (isContainer(below)) return sizeOf(value, 0, new Map());
    size += 1;
  }
  return size;
}

function sizeOf(value: GoValue, depth: number, known: Map<GoValue, number>): number {
  if (!isContainer(value)) return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  if (depth > DEEPEST) throw new GoError('a value is nested deeper than chartlint follows', 'nesting');
  // What holds itself is told by who goes through it.
  known.set(value, 1);
  let size = 1;
  for (const below of value.go === 'map' ? value.entries.values() : value.items)
    size += sizeOf(below, depth + 1, known);
  known.set(value, size);
  return size;
}

function isContainer(value: GoValue): value is GoMap | GoList {
  return typeof value === 'object' && value !== null && (value.go === 'map' || value.go === 'list');
}
