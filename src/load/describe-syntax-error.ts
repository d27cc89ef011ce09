import type { Place } from './finding-log.ts';

export interface SyntaxProblem extends Place {
  readonly rule: string;
  readonly message: string;
}

/** Says in our words what the parser could not read. `reason` is the parser's. */
export function describeSyntaxError(text: string, at: number, reason: string): SyntaxProblem {
  const end = at + text.slice(at, at + 1000).search(/[\r\n]|$/);
  return {
    rule: 'yaml/syntax',
    message: `This is no YAML that Helm can read: ${reason}. Check the indentation and the quotes here and on the line above.`,
    start: at,
    end,
  };
}
