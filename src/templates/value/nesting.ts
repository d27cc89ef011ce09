import { GoError } from './go-error.ts';

/** Deeper than any value that is not within itself, and far from what JavaScript's stack holds. */
const DEEPEST = 400;

/** Stops where a value holds itself (`set $d "self" $d`): Go runs out of stack there, and Helm with it. */
export function checkNesting(depth: number): void {
  if (depth > DEEPEST) throw holdsItself();
}

/** The end of Helm itself, which no function can answer with. */
export function holdsItself(): GoError {
  return new GoError('the value holds itself, or is nested too deep', 'nesting');
}
