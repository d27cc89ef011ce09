import { samePath } from '../model/values-path.ts';
import type { ManifestFact } from './manifest-fact.ts';

/** Without what follows from a misspelled field: that the one which was meant is missing. */
export function dropConsequences(facts: readonly ManifestFact[]): ManifestFact[] {
  const misspelled = facts.flatMap(({ check, at, mend }) =>
    check === 'unknown-field' && mend?.how === 'rename'
      ? [{ map: at.slice(0, -1), meant: `"${mend.to}"` }]
      : [],
  );
  if (misspelled.length === 0) return [...facts];
  return facts.filter(
    ({ at, check, problem }) =>
      check === 'unknown-field' ||
      !misspelled.some(({ map, meant }) => samePath(at, map) && problem.includes(meant)),
  );
}
