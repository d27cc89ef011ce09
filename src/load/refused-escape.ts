import type { Statement } from '../model/statement.ts';
import type { Place } from './finding-log.ts';

/** Half of a character outside the basic plane, as JSON writes them in pairs; the highest plane; a slash. */
const REFUSED =
  /\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|U(?!0010|000[0-9a-fA-F])[0-9a-fA-F]{8}|U0000[dD][89a-fA-F][0-9a-fA-F]{2}|\/)|\\[\s\S]/g;

/** The first escape between double quotes that js-yaml reads and go-yaml refuses; offsets are into the given text. */
export function refusedEscape(written: string): (Place & Statement) | undefined {
  if (!/\\[uU/]/.test(written)) return undefined;
  for (const { 0: sequence, index: start } of written.matchAll(REFUSED)) {
    const place = { start, end: start + sequence.length };
    if (sequence === '\\/') {
      return {
        ...place,
        problem: 'Helm does not know the escape "\\/"',
        why: 'Helm refuses the file.',
        help: 'Write the slash without a backslash.',
      };
    }
    if (sequence.length > 2) {
      return {
        ...place,
        problem: `The escape "${sequence}" names no whole character`,
        why: 'Helm refuses the file.',
        help: 'Write the character itself, or one "\\U" escape with its eight digits.',
      };
    }
  }
  return undefined;
}
