/** Stands for each character of template text; no YAML has a meaning for it, and nobody writes it. */
const MASK = '\uE0F8';
const ACTION = /\{\{[\s\S]*?\}\}/g;

/** Whether a text is, or holds, what was template text. */
export function isMasked(text: string): boolean {
  return text.includes(MASK);
}

/**
 * A text with its template actions (`{{ … }}`) made into words of the same length, so that it can be read as YAML and every place stays.
 * Actions that have lines to themselves (`{{- if … }}`) become spaces.
 */
export function maskTemplates(text: string): string {
  return text.replaceAll(ACTION, (action, at: number) => {
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const end = text.indexOf('\n', at + action.length);
    const behind = text.slice(at + action.length, end === -1 ? undefined : end);
    const isAlone = before.trim() === '' && behind.trim() === '';
    if (isAlone || action.includes('\n')) return action.replaceAll(/[^\r\n]/g, ' ');
    return MASK.repeat(action.length);
  });
}
