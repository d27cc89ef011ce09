const TITLES: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
};
/** Greek letters with an iota, whose upper case of one rune JavaScript does not tell. */
const WITH_IOTA: Readonly<Record<string, string>> = { ᾳ: 'ᾼ', ῃ: 'ῌ', ῳ: 'ῼ' };

/** Go's `unicode.ToUpper`: rune for rune, so ß stays. */
export function upperRune(rune: string): string {
  const upper = rune.toUpperCase();
  if (isOneRune(upper)) return upper;
  const code = rune.codePointAt(0)!;
  if (code >= 0x1f80 && code <= 0x1faf && (code & 8) === 0) return String.fromCodePoint(code + 8);
  return WITH_IOTA[rune] ?? rune;
}

/** Go's `unicode.ToLower`. */
export function lowerRune(rune: string): string {
  const lower = rune.toLowerCase();
  return isOneRune(lower) ? lower : rune === 'İ' ? 'i' : rune;
}

/** Go's `unicode.ToTitle`. */
export function titleRune(rune: string): string {
  if (/[ა-ჺჽ-ჿ]/.test(rune)) return rune;
  return TITLES[rune] ?? upperRune(rune);
}

export function isUpper(rune: string): boolean {
  return /\p{Lu}/u.test(rune);
}

function isOneRune(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff);
}
