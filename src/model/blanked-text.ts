/** Stands for each character of a template's action inside of a line, whose text is not there yet; nobody writes it. */
export const PLACEHOLDER = '\uE000';

/** Whether a text is, or holds, what an action stood for. */
export function isBlanked(text: string): boolean {
  return text.includes(PLACEHOLDER);
}

/** A blanked text as people may see it: `web-{{…}}`. */
export function showBlanked(text: string): string {
  return text.replaceAll(/\uE000+/g, '{{…}}');
}
