import { type KnownNames, nearestName } from '../model/nearest-name.ts';

/** Of words that have one spelling the one that a text means: in other case, or with a slip. */
export function meantWord(text: string, words: KnownNames): string | undefined {
  const lower = text.toLowerCase();
  return words.names.find((word) => word.toLowerCase() === lower) ?? nearestName(text, words, 'slip');
}
