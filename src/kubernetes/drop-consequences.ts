import { samePath } from '../model/values-path.ts';
import type { ManifestFact } from './manifest-fact.ts';

/** Without what follows from a misspelled or misplaced field: that the one which was meant is missing. */
export function dropConsequences(facts: readonly ManifestFact[]): ManifestFact[] {
  const meant = facts.flatMap((fact) => {
    const name = fact.check === 'unknown-field' ? meantBy(fact) : undefined;
    return name === undefined ? [] : [{ map: fact.at.slice(0, -1), name: `"${name}"` }];
  });
  if (meant.length === 0) return [...facts];
  return facts.filter(
    ({ at, check, problem }) =>
      check === 'unknown-field' ||
      !meant.some(({ map, name }) => samePath(at, map) && problem.includes(name)),
  );
}

/** Of a field that lies elsewhere now, the way to it is the first word of the help. */
function meantBy({ mend, help }: ManifestFact): string | undefined {
  return mend?.how === 'rename' ? mend.to : /^Write (\w+)/.exec(help)?.[1];
}
