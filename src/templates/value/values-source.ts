import type { ValuesPath } from '../../model/values-path.ts';

/** Which values went into something. Each place exists once for each release, each union once for each pair. */
export type ValuesSource = ValuesPlace | SourceUnion | Unforeseen;

/** One value of the release, there or missing. */
export interface ValuesPlace {
  readonly from: 'place';
  readonly key: string | number;
  /** Undefined for the root of the values. */
  readonly parent: ValuesPlace | undefined;
  children?: Map<string | number, ValuesPlace>;
  unions?: Map<ValuesSource, ValuesSource>;
}

/** Both; flattened only when somebody asks. */
export interface SourceUnion {
  readonly from: 'union';
  readonly left: ValuesSource;
  readonly right: ValuesSource;
  unions?: Map<ValuesSource, ValuesSource>;
}

/** What only the real run decides: chance, time, the cluster. `what` is the function: `randAlphaNum`, `now`, `lookup`. */
export interface Unforeseen {
  readonly from: 'unforeseen';
  readonly what: string;
  unions?: Map<ValuesSource, ValuesSource>;
}

/** The root of a release's values. Make one for each traced rendering. */
export function valuesRoot(): ValuesPlace {
  return { from: 'place', key: '', parent: undefined };
}

/** The place right below; always the same object for the same place. */
export function placeBelow(place: ValuesPlace, key: string | number): ValuesPlace {
  place.children ??= new Map();
  const known = place.children.get(key);
  if (known !== undefined) return known;
  const made: ValuesPlace = { from: 'place', key, parent: place };
  place.children.set(key, made);
  return made;
}

/** The path from the root of the values. */
export function pathOf(place: ValuesPlace): ValuesPath {
  const path: (string | number)[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** Both sources; constant time, nothing is copied. */
export function bothSources(
  a: ValuesSource | undefined,
  b: ValuesSource | undefined,
): ValuesSource | undefined {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  if (a.from === 'union' && (a.left === b || a.right === b)) return a;
  if (b.from === 'union' && (b.left === a || b.right === a)) return b;
  a.unions ??= new Map();
  const known = a.unions.get(b) ?? b.unions?.get(a);
  if (known !== undefined) return known;
  const made: SourceUnion = { from: 'union', left: a, right: b };
  a.unions.set(b, made);
  return made;
}

/** The single places and unforeseen things of a source, each once, first read first. */
export function sourceParts(source: ValuesSource | undefined): (ValuesPlace | Unforeseen)[] {
  const parts = new Set<ValuesPlace | Unforeseen>();
  const seen = new Set<SourceUnion>();
  const open = source === undefined ? [] : [source];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.from !== 'union') parts.add(next);
    else if (!seen.has(next)) {
      seen.add(next);
      open.push(next.right, next.left);
    }
  }
  return [...parts];
}
