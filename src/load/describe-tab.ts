import type { Statement } from '../model/statement.ts';

/** What to tell the author of a tab that Helm refuses. */
export function describeTab(text: string, at: number): Statement {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const behindDash = /\S/.test(text.slice(lineStart, at));
  return behindDash
    ? {
        problem: 'A tab follows the dash',
        why: 'YAML takes only spaces there.',
        help: 'Replace the tab with one space.',
      }
    : {
        problem: 'This line starts with a tab',
        why: 'YAML is indented with spaces only, even where the line is otherwise empty.',
        help: 'Replace the tab with spaces.',
      };
}
