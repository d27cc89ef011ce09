/** The runes of a Go string; a byte that is not UTF-8 reads as U+FFFD. */
export function runesOf(text: string): string[] {
  return Array.from(text, (rune) => (isBrokenByte(rune) ? '\ufffd' : rune));
}

/** Whether this is a byte that belongs to no rune. */
export function isBrokenByte(rune: string): boolean {
  return rune.length === 1 && rune >= '\udc80' && rune <= '\udcff';
}

/** What Go's `unicode.IsSpace` holds for. */
export function isSpace(rune: string): boolean {
  return /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(rune);
}
