import { distance } from 'fastest-levenshtein';
import { areContrary } from './contrary-names.ts';
import { LIMITS } from './limits.ts';
import { plainName } from './plain-name.ts';
import { isShortened } from './shortened-name.ts';
import { wordsOf } from './words-of.ts';

/** Names to choose from, made ready once for many questions. */
export interface KnownNames {
  readonly names: readonly string[];
  /** By `plainName`, the first of each. */
  readonly byPlain: ReadonlyMap<string, string>;
  /** How many letters may still be compared with letters. */
  readonly work: { left: number };
}

/**
 * How far a name may be from the written one. `meant`: for a question beside a finding that stands without it, so beginnings and
 * abbreviations count. `slip`: misspelled only. `sure`: one slip in a word of some length, for a finding that rests on it.
 */
export type Reach = 'meant' | 'slip' | 'sure';

const MOST_EDITS = 3;

export function knownNames(names: readonly string[]): KnownNames {
  let byPlain: ReadonlyMap<string, string> | undefined;
  return {
    names,
    // Made for the first question: many runs have none.
    get byPlain() {
      byPlain ??= plainNames(names);
      return byPlain;
    },
    work: { left: LIMITS.nameComparisons },
  };
}

function plainNames(names: readonly string[]): ReadonlyMap<string, string> {
  const byPlain = new Map<string, string>();
  for (const name of names) {
    const plain = plainName(name);
    if (!byPlain.has(plain)) byPlain.set(plain, name);
  }
  return byPlain;
}

/** The same names, with nothing compared yet: what is suggested must not depend on who asked before. */
export function freshNames(known: KnownNames): KnownNames {
  return { ...known, work: { left: LIMITS.nameComparisons } };
}

/**
 * The name that was most likely meant: one that differs only in case, dashes and underscores, else the closest by edits
 * (two swapped letters are one), if that is close enough for the length, word by word; else the only one of which the written
 * one is cut short. Never one that says the contrary. Undefined when two are equally close and none begins like the written one.
 */
export function nearestName(written: string, known: KnownNames, reach: Reach = 'meant'): string | undefined {
  const plain = plainName(written);
  const same = known.byPlain.get(plain);
  if (same !== undefined) return same;
  let best: string | undefined;
  let fewest = MOST_EDITS + 1;
  let tie = false;
  for (const [other, name] of known.byPlain) {
    if (Math.abs(other.length - plain.length) > MOST_EDITS) continue;
    if (!mayCompare(known, plain, other)) return undefined;
    const count = edits(plain, other);
    if (count > fewest || !isSlip(written, name, count, reach)) continue;
    tie = count === fewest;
    if (tie && sharesStart(plain, best ?? '')) continue;
    best = name;
    fewest = count;
  }
  if (best !== undefined) return tie && !sharesStart(plain, best) ? undefined : best;
  return reach === 'meant' ? onlyShortened(written, known) : undefined;
}

/** The names nearest to the written one, nearest first. */
export function nearestNames(written: string, known: KnownNames, most: number): string[] {
  const plain = plainName(written);
  return [...known.byPlain]
    .filter(([other]) => mayCompare(known, plain, other))
    .map(([other, name]) => ({ name, edits: edits(plain, other) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Whether two names may still be compared: a suggestion is not worth more. */
function mayCompare({ work }: KnownNames, a: string, b: string): boolean {
  work.left -= Math.max(a.length, 32) * Math.ceil(b.length / 32);
  return work.left >= 0;
}

/** Whether a name that is so many edits away is the written one misspelled, and not another word. */
function isSlip(written: string, name: string, count: number, reach: Reach): boolean {
  const a = plainName(written);
  const b = plainName(name);
  if (reach === 'sure' ? !isSureSlip(a, b) : count > allowedEdits(a, b)) return false;
  // `host1` and `host2` are siblings, and so may be `port` and `port2`.
  if (withoutDigits(a) === withoutDigits(b) && (reach === 'sure' || (hasDigit(a) && hasDigit(b))))
    return false;
  return wordsAreNear(wordsOf(written).split(' '), wordsOf(name).split(' ')) && !areContrary(written, name);
}

/** Of names with several words each word is a slip by itself: `externalHost` is not `externalPort`. */
function wordsAreNear(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 1) return true;
  return a.every((word, i) => {
    const other = b[i]!;
    return singular(word) === singular(other) || edits(word, other) <= Math.max(1, allowedEdits(word, other));
  });
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}

/** One letter more, less or other in at least four, or two swapped in at least six. */
function isSureSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 4 && (distance(a, b) === 1 || (length >= 6 && edits(a, b) === 1));
}

function withoutDigits(plain: string): string {
  return plain.replace(/\d/g, '');
}

function hasDigit(plain: string): boolean {
  return /\d/.test(plain);
}

function onlyShortened(written: string, known: KnownNames): string | undefined {
  let only: string | undefined;
  for (const name of known.byPlain.values()) {
    if (!mayCompare(known, written, name)) return undefined;
    if (!isShortened(written, name) || areContrary(written, name)) continue;
    if (only !== undefined) return undefined;
    only = name;
  }
  return only;
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
