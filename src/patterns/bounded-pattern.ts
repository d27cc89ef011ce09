import { LIMITS } from '../model/limits.ts';
import { backtrackingCost } from './backtracking-cost.ts';
import { type PatternMachine, patternMachine } from './pattern-machine.ts';
import { readPattern } from './read-pattern.ts';

/** A regular expression from a stranger. */
export interface BoundedPattern {
  /**
   * Whether it matches anywhere in the text; undefined when that would take more than the limit `patternWork`. What can take an
   * engine that goes back too long is answered by a machine that does not.
   */
  test(text: string): boolean | undefined;
}

/** The expression, to be run on any text. It means what JavaScript means by it. */
export function boundedPattern(expression: RegExp): BoundedPattern {
  const tree = readPattern(expression);
  const direct = tree === undefined ? BLIND : longestDirect((length) => backtrackingCost(tree, length));
  let machine: PatternMachine | undefined;
  let isMade = false;
  return {
    test: (text) => {
      if (text.length <= direct) return expression.test(text);
      if (!isMade && tree !== undefined)
        machine = patternMachine(tree, expression.flags, LIMITS.patternStates);
      isMade = true;
      if (machine === undefined || machine.size * text.length > LIMITS.patternWork) return undefined;
      return machine.test(text);
    },
  };
}

/** So many characters can do little harm even where nothing is known about the expression. */
const BLIND = 16;
/** So many ways take less than a tenth of a second. */
const DIRECT = 1_000_000;

/** The greatest length, to a power of two, at which the cost stays small. */
function longestDirect(cost: (length: number) => number): number {
  let length = 1;
  while (length < 1 << 26 && cost(2 * length) <= DIRECT) length *= 2;
  return cost(length) <= DIRECT ? length : 0;
}
