import { boundedPattern } from '../../patterns/bounded-pattern.ts';

/**
 * Whether a regular expression of the `target` of a patch takes the whole text. Undefined where that is not told: it is none, or takes
 * too long.
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  if (pattern === text || pattern === '.*') return true;
  if (!/[\\^$.*+?()[\]{}|]/.test(pattern)) return false;
  try {
    return boundedPattern(new RegExp(`^(?:${pattern})$`)).test(text);
  } catch {
    return undefined;
  }
}
