/**
 * Pairs of equal lines (index before, index after), both ascending. Takes n log n time: lines that occur once on both sides
 * are anchors, and between anchors equal lines are matched from both ends and at the same distance.
 */
export function matchingLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let oldFrom = 0;
  let newFrom = 0;
  const ends: [number, number][] = [...anchors(before, after), [before.length, after.length]];
  for (const [oldTo, newTo] of ends) {
    matchBetween(before, after, { oldFrom, oldTo, newFrom, newTo }, pairs);
    if (oldTo < before.length) pairs.push([oldTo, newTo]);
    oldFrom = oldTo + 1;
    newFrom = newTo + 1;
  }
  return pairs;
}

interface Range {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

function matchBetween(
  before: readonly string[],
  after: readonly string[],
  { oldFrom, oldTo, newFrom, newTo }: Range,
  pairs: [number, number][],
): void {
  let from = 0;
  while (
    oldFrom + from < oldTo &&
    newFrom + from < newTo &&
    before[oldFrom + from] === after[newFrom + from]
  ) {
    pairs.push([oldFrom + from, newFrom + from]);
    from++;
  }
  const tail: [number, number][] = [];
  let i = oldTo - 1;
  let j = newTo - 1;
  for (; i >= oldFrom + from && j >= newFrom + from && before[i] === after[j]; i--, j--) tail.push([i, j]);
  if (i - oldFrom === j - newFrom) {
    for (let k = from; oldFrom + k <= i; k++) {
      if (before[oldFrom + k] === after[newFrom + k]) pairs.push([oldFrom + k, newFrom + k]);
    }
  }
  pairs.push(...tail.reverse());
}

/** The longest ascending run of lines that are unique on both sides. */
function anchors(before: readonly string[], after: readonly string[]): [number, number][] {
  const newAt = uniqueLines(after);
  const pairs: [number, number][] = [];
  for (const [line, i] of uniqueLines(before)) {
    const j = newAt.get(line);
    if (j !== undefined) pairs.push([i, j]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  return longestAscending(pairs);
}

function uniqueLines(lines: readonly string[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const [i, line] of lines.entries()) seen.set(line, seen.has(line) ? -1 : i);
  for (const [line, i] of seen) if (i === -1) seen.delete(line);
  return seen;
}

/** Patience sorting over the second number. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [at, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : tops[low - 1]!);
    tops[low] = at;
  }
  const run: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at !== -1; at = previous[at]!) run.push(pairs[at]!);
  return run.reverse();
}
