import { isPrint } from './unicode-class.ts';

/** fmt's `%U` of Go: `U+0025`, with so many digits at least. */
export function unicodeNumber(code: bigint, digits: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(digits, '0')}`;
}

/**
 * fmt's `%#U` of Go: `U+0025 '%'`, without the character where it is not printable.
 * @param digits how many digits the number has at least.
 */
export function nameCode(code: bigint, digits = 4): string {
  const character =
    code <= 0x10ffffn && isPrint(Number(code)) ? ` '${String.fromCodePoint(Number(code))}'` : '';
  return unicodeNumber(code, digits) + character;
}

/** The same of a character. Go reads a byte that is not UTF-8, half of a surrogate pair here, as U+FFFD. */
export function nameCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  return nameCode(code >= 0xd800 && code <= 0xdfff ? 0xfffdn : BigInt(code));
}
