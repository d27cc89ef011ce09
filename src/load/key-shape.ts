import type { Statement } from '../model/statement.ts';
import { skipBlank } from './source-scan.ts';

/** The longest key go-yaml recognizes without a `?` before it (`yaml_simple_key_is_valid` in `scannerc.go`). */
const LONGEST = 1024;

/**
 * What is wrong with how a key is laid out, for go-yaml alone: it wants the key and its colon on one line and close to each
 * other. Undefined when nothing is, or when an explicit `?` allows it.
 */
export function keyShapeProblem(
  text: string,
  start: number,
  end: number,
  isFlow: boolean,
): Statement | undefined {
  let colon = end;
  if (isFlow) {
    colon = skipBlank(text, end);
    // A key without a value: a comma or a bracket follows.
    if (text.charCodeAt(colon) !== 58) return undefined;
    if (hasBreak(text, start, colon) && !isExplicit(text, start)) {
      return {
        problem: 'The colon of this key between brackets stands on another line',
        why: 'Helm wants both on one line, and refuses the file.',
        help: 'Join the lines.',
      };
    }
  }
  if (colon - start <= LONGEST || isExplicit(text, start)) return undefined;
  return {
    problem: `This key is longer than ${LONGEST} characters`,
    why: 'Helm recognizes none that long, and refuses the file.',
    help: 'Shorten it, or look for a missing line break or quote.',
  };
}

function hasBreak(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) return true;
  return false;
}

/** Whether a `?` stands before the key and its anchor or tag. */
function isExplicit(text: string, start: number): boolean {
  let i = start - 1;
  while (i >= 0 && start - i < 200 && /[\s&!\w]/.test(text.charAt(i))) i--;
  return text.charAt(i) === '?';
}
