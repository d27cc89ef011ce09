import { distance } from 'fastest-levenshtein';
import { plainName } from './plain-name.ts';
import { wordsOf } from './words-of.ts';

/** Shorter ones stand for anything. */
const SHORTEST = 3;

/**
 * Whether one name is the other cut short: its beginning (`replica` or `replicas` for `replicaCount`, `prod` for `production`),
 * its words cut short (`svcAccount` for `serviceAccount`), or their first letters (`pdb` for `podDisruptionBudget`).
 */
export function isShortened(one: string, other: string): boolean {
  const [short, long] = plainName(one).length < plainName(other).length ? [one, other] : [other, one];
  if (plainName(short).length < SHORTEST) return false;
  const shortWords = wordsOf(short).split(' ');
  const longWords = wordsOf(long).split(' ');
  if (isBeginning(plainName(short), plainName(long), longWords.length)) return true;
  if (shortWords.length === longWords.length) {
    return shortWords.every((word, i) => isAbbreviated(word, longWords[i]!));
  }
  return plainName(short) === longWords.map((word) => word[0]).join('');
}

/** The beginning of several words counts when it is more than half: `image` is not yet `imagePullSecrets`. */
function isBeginning(short: string, long: string, words: number): boolean {
  const isEnough = words === 1 || short.length * 2 > long.length;
  if (isEnough && long.startsWith(short)) return true;
  const singular = short.replace(/s$/, '');
  return singular.length > SHORTEST && singular.length * 2 > long.length && long.startsWith(singular);
}

/** `img`, `repo` or, with a slip, `imgae` for `image`; the letters that are left out are most often vowels. */
function isAbbreviated(word: string, whole: string): boolean {
  if (word === whole || (word.length > SHORTEST && distance(word, whole) === 1)) return true;
  if (word.length < SHORTEST || word[0] !== whole[0]) return false;
  if (whole.startsWith(word)) return true;
  if (/[aeiou]/.test(word.slice(1))) return false;
  let from = 0;
  for (const letter of word) {
    from = whole.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
