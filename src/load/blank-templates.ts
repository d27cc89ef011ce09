import { PLACEHOLDER } from '../model/blanked-text.ts';

const ACTION = /\{\{[\s\S]*?\}\}/g;

/**
 * The text without Go template actions, each replaced by as many characters, so that places stay: an action alone on its line by spaces, one
 * inside of a line by placeholders. What is between `if` and `end` stays, of all branches.
 */
export function blankTemplates(text: string): string {
  return text.replace(ACTION, (action, at: number) => {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const end = at + action.length;
    const lineEnd = text.indexOf('\n', end);
    const after = text.slice(end, lineEnd === -1 ? undefined : lineEnd);
    const isAlone = /^(?:\s|\{\{.*?\}\})*$/.test(before) && /^(?:\s|\{\{.*?\}\})*$/.test(after);
    if (isAlone || action.includes('\n')) return action.replace(/[^\r\n]/g, ' ');
    return PLACEHOLDER.repeat(action.length);
  });
}
