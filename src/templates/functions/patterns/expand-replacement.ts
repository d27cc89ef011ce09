import type { GoPattern, Match } from './go-pattern.ts';

/** A piece of a replacement: a range of it, or a range of the text that was searched. */
export interface ReplacementPiece {
  readonly of: 'replacement' | 'text';
  readonly start: number;
  readonly end: number;
}

/** Go's `Expand`: `$1`, `${1}`, `$name`, `$$`; a `$` that nothing follows stands for itself. */
export function expandReplacement(replacement: string, pattern: GoPattern, match: Match): ReplacementPiece[] {
  const pieces: ReplacementPiece[] = [];
  const literal = (start: number, end: number): void => {
    if (end > start) pieces.push({ of: 'replacement', start, end });
  };
  let at = 0;
  while (at < replacement.length) {
    const dollar = replacement.indexOf('$', at);
    if (dollar === -1) break;
    literal(at, dollar);
    at = dollar + 1;
    if (replacement[at] === '$') {
      literal(at, at + 1);
      at++;
      continue;
    }
    const reference = /^(?:\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/u.exec(replacement.slice(at));
    if (reference === null) {
      literal(dollar, at);
      continue;
    }
    at += reference[0].length;
    const group = groupsOf((reference[1] ?? reference[2])!, pattern).find(
      (one) => (match[2 * one] ?? -1) >= 0,
    );
    const [start = -1, end = -1] = group === undefined ? [] : match.slice(2 * group, 2 * group + 2);
    if (start >= 0) pieces.push({ of: 'text', start, end });
  }
  literal(at, replacement.length);
  return pieces;
}

/** The groups that a number or name stands for; the first that took part counts. */
function groupsOf(name: string, pattern: GoPattern): readonly number[] {
  return /^(0|[1-9][0-9]{0,8})$/.test(name) ? [Number(name)] : (pattern.names.get(name) ?? []);
}
