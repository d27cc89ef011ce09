/** `\'` in double quotes as `\"`: go-yaml takes it, js-yaml does not. Offsets stay. */
export function softenEscapes(text: string): string {
  return text.includes("\\'") ? text.replace(/\\[\s\S]/g, (pair) => (pair === "\\'" ? '\\"' : pair)) : text;
}
