import { knownNames, nearestName } from '../model/nearest-name.ts';

/**
 * The id that was probably meant, also when only its prefix (`endpoint-scheme` for `zymtrace/endpoint-scheme`) or its end
 * is missing (`mutable-image`).
 */
export function closestId(written: string, ids: Iterable<string>): string | undefined {
  const known = [...ids];
  return (
    known.find((id) => id.endsWith(`/${written}`)) ??
    nearestName(written, knownNames(known)) ??
    (written.length < 5 ? undefined : known.find((id) => id.startsWith(`${written}-`)))
  );
}
