/** `a`, `a and b`, `a, b and c`; past `most` entries the rest is counted: `a, b and 3 more`. */
export function listWords(words: readonly string[], conjunction: 'and' | 'or' = 'and', most = 5): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${conjunction} ${shown.at(-1)}`;
}
