import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { describeSyntaxError } from './describe-syntax-error.ts';
import type { FindingLog } from './finding-log.ts';

/** Helm allows 10,000 levels; values have ten. More would overflow the stack of the recursive parser. */
const MAX_DEPTH = 1000;

/** The parser's events, or undefined when the text is no YAML that Helm reads; the log then says why. Never throws. */
export function readEvents(text: string, log: FindingLog): Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    const isYaml = error instanceof YAMLException;
    const at = Math.min(isYaml ? (error.mark?.position ?? 0) : 0, text.length);
    const problem = describeSyntaxError(text, at, isYaml ? error.reason : 'nesting exceeded');
    log.refuse(problem.rule, problem.message, problem);
    return undefined;
  }
}
