import { MASK } from './mask-text.ts';

/** Shorter secrets (`a`, `on`) are only recognized as whole words: anything else would mask half the sentence. */
const MIN_LENGTH_INSIDE_WORDS = 4;

/** Masks these texts wherever they stand in another one. Its work grows with that text and the number of different lengths. */
export function textMasker(secrets: Iterable<string>): (text: string) => string {
  const byLength = new Map<number, Set<string>>();
  for (const text of secrets) {
    if (text === '') continue;
    const same = byLength.get(text.length);
    if (same === undefined) byLength.set(text.length, new Set([text]));
    else same.add(text);
  }
  return (text) => masked(text, byLength);
}

function masked(text: string, byLength: ReadonlyMap<number, ReadonlySet<string>>): string {
  const hidden = new Set<number>();
  for (const [length, known] of byLength) {
    for (let start = 0; start + length <= text.length; start++) {
      if (!known.has(text.slice(start, start + length))) continue;
      if (length < MIN_LENGTH_INSIDE_WORDS && insideWord(text, start, start + length)) continue;
      for (let i = start; i < start + length; i++) hidden.add(i);
    }
  }
  if (hidden.size === 0) return text;
  return Array.from({ length: text.length }, (_, i) => (hidden.has(i) ? MASK : text[i]!)).join('');
}

function insideWord(text: string, start: number, end: number): boolean {
  const isWord = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  return isWord(text[start - 1]) || isWord(text[end]);
}
