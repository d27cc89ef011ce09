import { distance } from 'fastest-levenshtein';

/** Same letters and digits, whatever the case, dashes, dots, blanks and underscores. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}

const MOST_EDITS = 3;

/**
 * The name that was most likely meant: one that differs only in case, dashes and underscores, else the closest by edits
 * (two swapped letters are one), if that is close enough for the length. Undefined when two are equally close.
 */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const plain = plainName(written);
  const same = known.filter((name) => plainName(name) === plain);
  if (same.length > 0) return same[0];
  const [first, second] = ranking(
    plain,
    known.filter((name) => Math.abs(name.length - written.length) <= MOST_EDITS + 1),
  );
  if (first === undefined || first.edits > allowedEdits(plain, first.name)) return undefined;
  return second !== undefined && second.edits === first.edits && !sharesStart(written, first.name)
    ? undefined
    : first.name;
}

/** The names nearest to the written one, nearest first. */
export function nearestNames(written: string, known: readonly string[], most: number): string[] {
  return ranking(plainName(written), known)
    .slice(0, most)
    .map(({ name }) => name);
}

function ranking(plain: string, known: readonly string[]): { name: string; edits: number }[] {
  return known
    .map((name) => ({ name, edits: edits(plain, plainName(name)) }))
    .sort((a, b) => a.edits - b.edits);
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
