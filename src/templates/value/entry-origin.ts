import type { GoList, GoMap, GoValue } from './go-value.ts';
import type { Origin } from './origin.ts';
import { sourceOf } from './text-origin.ts';
import { bothSources, placeBelow, type ValuesSource } from './values-source.ts';

/** Where the entry of the map comes from, there or not. `own` is the origin of the map itself. */
export function entryOrigin(map: GoMap, key: string, own: Origin | undefined): Origin | undefined {
  if (map.origins?.has(key)) return map.origins.get(key);
  if (map.place !== undefined) return placeBelow(map.place, key);
  return map.origins === undefined || !map.entries.has(key) ? own : undefined;
}

/** Where the item of the list comes from. `own` is the origin of the list itself. */
export function itemOrigin(list: GoList, index: number, own: Origin | undefined): Origin | undefined {
  if (list.origins !== undefined) return list.origins[index];
  return list.place === undefined ? own : placeBelow(list.place, index);
}

/** All values that went into the value, entries and items included: what a computation over it depends on. */
export function deepSource(value: GoValue, own: Origin | undefined): ValuesSource | undefined {
  if (typeof value !== 'object' || value === null) return sourceOf(own);
  const seen = new Set<GoMap | GoList>();
  const open: (readonly [GoValue, Origin | undefined])[] = [[value, own]];
  let source: ValuesSource | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, origin] = next;
    source = bothSources(source, sourceOf(origin));
    if (typeof at !== 'object' || at === null || (at.go !== 'map' && at.go !== 'list')) continue;
    // What is as it was in the values is named by its own place.
    if (seen.has(at) || (at.origins === undefined && at.place !== undefined && at.place === origin)) continue;
    seen.add(at);
    if (at.go === 'map')
      for (const [key, entry] of at.entries) open.push([entry, entryOrigin(at, key, origin)]);
    else for (const [i, item] of at.items.entries()) open.push([item, itemOrigin(at, i, origin)]);
  }
  return source;
}
