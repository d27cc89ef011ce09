import { isPrint } from './unicode-class.ts';

const PLAIN = /^[ !#-[\]-~]*$/;
const NAMED = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
]);

/** `strconv.Quote` of Go, or `strconv.QuoteToASCII`. */
export function quoteText(text: string, asciiOnly = false): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let out = '"';
  for (const character of text) out += escaped(character.codePointAt(0) as number, character, '"', asciiOnly);
  return `${out}"`;
}

/** `strconv.QuoteRune` of Go, or `strconv.QuoteRuneToASCII`. */
export function quoteRune(code: number, asciiOnly = false): string {
  const valid = (code >= 0 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff) ? code : 0xfffd;
  return `'${escaped(valid, String.fromCodePoint(valid), "'", asciiOnly)}'`;
}

/** Half of a surrogate pair stands for a byte that is no UTF-8. */
function escaped(code: number, character: string, quote: string, asciiOnly: boolean): string {
  if (character === quote || character === '\\') return `\\${character}`;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  if (isPrint(code) && (code < 0x80 || !asciiOnly)) return character;
  const named = NAMED.get(code);
  if (named !== undefined) return named;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
