import { knownNames, nearestName } from '../validate/nearest-names.ts';

/** The id that was probably meant, also when only its prefix is missing (`endpoint-scheme` for `zymtrace/endpoint-scheme`). */
export function closestId(written: string, ids: Iterable<string>): string | undefined {
  const known = [...ids];
  return known.find((id) => id.endsWith(`/${written}`)) ?? nearestName(written, knownNames(known));
}
