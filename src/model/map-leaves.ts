import type { ValuesPath } from './values-path.ts';

/** The value with something else for each leaf, which is what is neither map nor list. */
export function mapLeaves(
  value: unknown,
  leaf: (value: unknown, path: ValuesPath) => unknown,
  path: ValuesPath = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => mapLeaves(item, leaf, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key, mapLeaves(below, leaf, [...path, key])]),
    );
  }
  return leaf(value, path);
}
