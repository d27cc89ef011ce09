import { entryOrigin } from '../../value/entry-origin.ts';
import type { GoMap } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';

/** The origins of the map's entries, to be changed: from now on each entry that is there has one of its own. */
export function mapOrigins(map: GoMap, own: Origin | undefined): Map<string, Origin | undefined> {
  if (map.origins === undefined) {
    const known = [...map.entries.keys()].map((key) => [key, entryOrigin(map, key, own)] as const);
    map.origins = new Map(known);
  }
  return map.origins;
}
