import { isNewerThanGo } from './newer-than-go.ts';

const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
const GRAPHIC = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/** `unicode.IsLetter` of Go. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(String.fromCodePoint(code)) && !isNewerThanGo(code);
}

/** `unicode.IsDigit` of Go. */
export function isDigit(code: number): boolean {
  if (code < 0x80) return code >= 48 && code <= 57;
  return DIGIT.test(String.fromCodePoint(code)) && !isNewerThanGo(code);
}

/** `strconv.IsPrint` of Go: letters, marks, numbers, punctuation, symbols and the ASCII space. */
export function isPrint(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  return GRAPHIC.test(String.fromCodePoint(code)) && !isNewerThanGo(code);
}
