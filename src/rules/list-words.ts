import { listWords as listAll } from '../model/list-words.ts';

/** `a`, `a and b`, `a, b and c`; past `most` entries the rest is counted: `a, b and 3 more`. */
export function listWords(words: readonly string[], conjunction: 'and' | 'or' = 'and', most = 5): string {
  if (words.length <= most) return listAll(words, conjunction);
  return listAll([...words.slice(0, most), `${words.length - most} more`], conjunction);
}
