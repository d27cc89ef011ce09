const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** What Go's unicode.IsPrint accepts: letters, marks, numbers, punctuation, symbols and the ASCII space. */
const PRINTED = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** strconv.Quote: the Go string between double quotes. */
export function quoteGo(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  let quoted = '"';
  for (const character of text) quoted += ESCAPES[character] ?? quoteCharacter(character);
  return `${quoted}"`;
}

function quoteCharacter(character: string): string {
  if (PRINTED.test(character)) return character;
  const point = character.codePointAt(0)!;
  if (point >= 0xdc80 && point <= 0xdcff) return `\\x${hex(point - 0xdc00, 2)}`;
  if (point < 0x20 || point === 0x7f) return `\\x${hex(point, 2)}`;
  return point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
}

/** fmt's `%#U`: `U+0025 '%'`, without the character where it is not printable. */
export function nameCharacter(character: string): string {
  const point = character.codePointAt(0)!;
  // Go reads a byte that is not UTF-8 as U+FFFD.
  if (point >= 0xd800 && point <= 0xdfff) return "U+FFFD '�'";
  const name = `U+${hex(point, 4).toUpperCase()}`;
  return PRINTED.test(character) ? `${name} '${character}'` : name;
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
