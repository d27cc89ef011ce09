/** A group that is repeated can take exponential time, and many repetitions a long one. */
const REPEATED_GROUP = /\)[*+?{]/;
const REPETITION = /[*+{]/g;
const MOST_REPETITIONS = 3;

/**
 * Whether a regular expression of the `target` of a patch takes the whole text. Undefined where that is not told: it is none, or one that
 * is not run on purpose, since it may take forever.
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  if (pattern === text || pattern === '.*') return true;
  if (!/[\\^$.*+?()[\]{}|]/.test(pattern)) return false;
  if (REPEATED_GROUP.test(pattern) || (pattern.match(REPETITION)?.length ?? 0) > MOST_REPETITIONS)
    return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return undefined;
  }
}
