import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { type Draft, get, put } from './draft.ts';
import type { NullProfile } from './null-profile.ts';

/** What a coalescing needs at every level. */
export interface Coalescing {
  readonly draft: Draft;
  readonly profile: NullProfile;
  /** Receives what Helm prints as a warning: the path from the root of the values, and Helm's reason. */
  readonly warn: (path: readonly string[], reason: CoalesceWarning) => void;
}

export type CoalesceWarning =
  /** `cannot overwrite table with non table`: the value stays, the weaker map is lost. */
  | 'table-replaced-by-value'
  /** `destination for … is a table`, `skipped value for …`: the map stays, the weaker value is lost. */
  | 'value-replaced-by-table'
  /** `skipping globals because … is not a table`. */
  | 'global-not-a-table'
  /** `cannot merge map onto non-map`, `key … is table. Skipping`: the subchart keeps its own global. */
  | 'global-kept-by-subchart';

/**
 * Merges `weak` into `strong`, a map the draft owns; `strong` wins. With `merge`, nulls are kept for a later coalescing.
 * Helm's `coalesceTablesFullKey` (`pkg/chart/common/util/coalesce.go`).
 */
export function coalesceTables(
  c: Coalescing,
  strong: JsonObject,
  weak: JsonObject,
  path: readonly string[],
  merge: boolean,
): void {
  if (c.profile === 'A' && !merge) {
    for (const key of Object.keys(strong)) {
      if (strong[key] === null && !Object.hasOwn(weak, key)) delete strong[key];
    }
  }
  for (const [key, value] of Object.entries(weak)) {
    const above = get(strong, key);
    if (above === undefined) put(strong, key, value);
    else if (above === null) {
      if (!merge && (c.profile === 'A' || value !== null)) delete strong[key];
    } else if (isJsonObject(value)) {
      if (isJsonObject(above)) {
        coalesceTables(c, c.draft.ownMap(strong, key, above), value, [...path, key], merge);
      } else c.warn([...path, key], 'table-replaced-by-value');
    } else if (isJsonObject(above) && value !== null) c.warn([...path, key], 'value-replaced-by-table');
  }
}
