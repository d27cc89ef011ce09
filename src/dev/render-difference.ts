/** How two rendered texts differ. */
export interface RenderDifference {
  /** From 1. */
  readonly line: number;
  readonly helm: string;
  readonly ours: string;
}

/**
 * The first line in which our text differs from Helm's; undefined when there is none. Where a second run of Helm gave another
 * line too (chance, time, certificates), the line is compared by its shape.
 */
export function renderDifference(helm: string, ours: string, again?: string): RenderDifference | undefined {
  if (helm === ours) return undefined;
  const theirs = helm.split('\n');
  const mine = ours.split('\n');
  const second = again?.split('\n') ?? theirs;
  const isForeseen = second.length === theirs.length;
  for (let i = 0; i < Math.max(theirs.length, mine.length); i++) {
    const [a, b, c] = [theirs[i], mine[i], isForeseen ? second[i] : theirs[i]];
    if (a === b) continue;
    if (
      a !== undefined &&
      b !== undefined &&
      c !== undefined &&
      a !== c &&
      sameShape(withoutPacked(a), withoutPacked(c), withoutPacked(b))
    )
      continue;
    return { line: i + 1, helm: a ?? '(end)', ours: b ?? '(end)' };
  }
  return undefined;
}

const PACKED_PEM = /LS0tLS1CRUdJTi[A-Za-z0-9+/=]*/g;

/** Keys and certificates in base64 by their kind alone, and parts of a second: their length depends on chance too. */
function withoutPacked(line: string): string {
  return line
    .replaceAll(
      PACKED_PEM,
      (packed) => `(${/-----BEGIN .*?-----/.exec(Buffer.from(packed, 'base64').toString())?.[0]})`,
    )
    .replaceAll(/(?<=\d:\d\d\.)\d{1,9}(?= )/g, '(part)');
}

/** Whether `ours` has what two runs of Helm have in common, and what differs between them has about the same length. */
function sameShape(first: string, second: string, ours: string): boolean {
  if (first === second) return first === ours;
  let start = 0;
  const shortest = Math.min(first.length, second.length);
  while (start < shortest && first[start] === second[start]) start += 1;
  let end = 0;
  while (end < shortest - start && first[first.length - 1 - end] === second[second.length - 1 - end])
    end += 1;
  // What differs may agree at its ends by chance.
  const prefix = first.slice(0, Math.max(0, start - 3)).trimEnd();
  const suffix = first.slice(first.length - end + 3);
  if (!ours.startsWith(prefix) || (end > 3 && !ours.endsWith(suffix))) return false;
  return Math.abs(ours.length - first.length) <= Math.max(4, first.length * 0.05);
}
