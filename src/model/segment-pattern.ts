import { matchesWildcard, type WildcardPart } from './wildcard.ts';

/** Tells whether the segments match; with `below`, also whether they lie below something that matches. */
export type SegmentMatcher = (segments: readonly string[], below: boolean) => boolean;

/**
 * A pattern over the segments of a path: `**` stands for any number of segments, and inside one segment `*` for any text,
 * `?` for one character, `[ab]` for one of several. Matching takes the product of both lengths, never more.
 */
export function segmentMatcher(pattern: readonly string[]): SegmentMatcher {
  const parts = pattern.map((segment) => (segment === '**' ? undefined : segmentTest(segment)));
  return (segments, below) => {
    let at = closure(parts, new Set([0]));
    if (below && at.has(parts.length)) return true;
    for (const segment of segments) {
      const next = new Set<number>();
      for (const i of at) {
        if (i === parts.length) continue;
        const test = parts[i];
        if (test === undefined) next.add(i);
        else if (test(segment)) next.add(i + 1);
      }
      at = closure(parts, next);
      if (at.size === 0) return false;
      if (below && at.has(parts.length)) return true;
    }
    return at.has(parts.length);
  };
}

/** `**` may also stand for nothing. */
function closure(parts: readonly unknown[], at: Set<number>): Set<number> {
  for (const i of at) if (i < parts.length && parts[i] === undefined) at.add(i + 1);
  return at;
}

function segmentTest(segment: string): (text: string) => boolean {
  if (!/[*?[]/.test(segment)) return (text) => text === segment;
  const parts = Array.from(segment.matchAll(/\[(!?)([^\]/]+)\]|./gsu), ([piece, not, set]): WildcardPart => {
    if (piece === '*') return { isMany: true, passes: () => true };
    if (piece === '?') return { isMany: false, passes: () => true };
    if (set === undefined) return { isMany: false, passes: (one) => one === piece };
    const expression = new RegExp(`^[${not === '!' ? '^' : ''}${set.replaceAll(/[\\\]^]/g, '\\$&')}]$`, 'su');
    return { isMany: false, passes: (one) => expression.test(one) };
  });
  return (text) => matchesWildcard(parts, text);
}
