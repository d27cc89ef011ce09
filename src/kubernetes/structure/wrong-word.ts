import { listWords } from '../../model/list-words.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import type { CheckFact } from '../manifest-fact.ts';

const ALL_UP_TO = 8;

/** A text that is none of the words which the field may be. */
export function wrongWord(
  value: string,
  words: readonly string[],
  name: string,
  shown: string,
): Omit<CheckFact, 'at'> {
  const meant = nearestName(value, knownNames(words));
  const isCase = meant?.toLowerCase() === value.toLowerCase();
  const all = words.filter((word) => word !== '');
  return {
    problem:
      value === ''
        ? `${name} is empty, and must be a word or not be there`
        : `${name} is ${shown}, which Kubernetes does not know ${isCase ? 'in this spelling' : 'here'}`,
    why: `Kubernetes refuses the manifest${isCase ? '; it tells upper from lower case' : ''}.`,
    help:
      meant === undefined
        ? `Write ${listWords(
            (all.length > ALL_UP_TO ? all.slice(0, ALL_UP_TO) : all).map((word) => `"${word}"`),
            'or',
          )}.`
        : `Write "${meant}".`,
    ...(meant === undefined ? {} : { mend: { how: 'replace', by: meant } }),
  };
}
