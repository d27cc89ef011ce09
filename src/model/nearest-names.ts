import { distance } from 'fastest-levenshtein';

/** Names to choose from, made ready once for many questions. */
export interface KnownNames {
  readonly names: readonly string[];
  /** By `plainName`, the first of each. */
  readonly byPlain: ReadonlyMap<string, string>;
}

const MOST_EDITS = 3;

/** Same letters and digits, whatever the case, dashes, dots, blanks and underscores. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}

export function knownNames(names: readonly string[]): KnownNames {
  const byPlain = new Map<string, string>();
  for (const name of names) {
    const plain = plainName(name);
    if (!byPlain.has(plain)) byPlain.set(plain, name);
  }
  return { names, byPlain };
}

/**
 * The name that was most likely meant: one that differs only in case, dashes and underscores, else the closest by edits
 * (two swapped letters are one), if that is close enough for the length. Undefined when two are equally close and none
 * begins like the written one.
 */
export function nearestName(written: string, known: KnownNames): string | undefined {
  const plain = plainName(written);
  const same = known.byPlain.get(plain);
  if (same !== undefined) return same;
  let best: string | undefined;
  let fewest = MOST_EDITS + 1;
  let tie = false;
  for (const [other, name] of known.byPlain) {
    if (Math.abs(other.length - plain.length) > MOST_EDITS) continue;
    const count = edits(plain, other);
    if (count > fewest) continue;
    tie = count === fewest;
    if (tie && sharesStart(plain, best ?? '')) continue;
    best = name;
    fewest = count;
  }
  if (best === undefined || fewest > allowedEdits(plain, best)) return undefined;
  return tie && !sharesStart(plain, best) ? undefined : best;
}

/** The names nearest to the written one, nearest first. */
export function nearestNames(written: string, known: KnownNames, most: number): string[] {
  const plain = plainName(written);
  return [...known.byPlain]
    .map(([other, name]) => ({ name, edits: edits(plain, other) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ name }) => name);
}

function allowedEdits(plain: string, name: string): number {
  if (plain.length < 3) return name.length > plain.length && sharesStart(plain, name) ? 1 : 0;
  return plain.length < 6 ? 1 : plain.length < 9 ? 2 : MOST_EDITS;
}

function edits(a: string, b: string): number {
  const count = distance(a, b);
  return count === 2 && a.length === b.length && isSwap(a, b) ? 1 : count;
}

function isSwap(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

function sharesStart(a: string, b: string): boolean {
  return a[0]?.toLowerCase() === b[0]?.toLowerCase();
}
