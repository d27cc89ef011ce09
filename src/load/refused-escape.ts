import type { Place } from './finding-log.ts';

/** Half of a character outside the basic plane, as JSON writes them in pairs; the highest plane; a slash. */
const REFUSED =
  /\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|U(?!0010|000[0-9a-fA-F])[0-9a-fA-F]{8}|U0000[dD][89a-fA-F][0-9a-fA-F]{2}|\/)|\\[\s\S]/g;

/** The first escape between double quotes that js-yaml reads and go-yaml refuses; offsets are into the given text. */
export function refusedEscape(written: string): (Place & { readonly message: string }) | undefined {
  if (!/\\[uU/]/.test(written)) return undefined;
  for (const { 0: sequence, index: start } of written.matchAll(REFUSED)) {
    const place = { start, end: start + sequence.length };
    if (sequence === '\\/') {
      const message =
        'Helm does not know the escape "\\/" and refuses the file. Write the slash without a backslash.';
      return { ...place, message };
    }
    if (sequence.length > 2) {
      const message = `The escape "${sequence}" names no whole character, so Helm refuses the file. Write the character itself, or one "\\U" escape with its eight digits.`;
      return { ...place, message };
    }
  }
  return undefined;
}
