import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { get, type Owner, put } from './draft.ts';

/**
 * Merges `strong` into `weak`, a map the draft owns: maps are merged, everything else is replaced, nulls are kept.
 * Helm's `MergeMaps` (`pkg/chart/v2/loader/load.go`), which combines `-f` files and the documents of one file.
 */
export function mergeMaps(draft: Owner, weak: JsonObject, strong: JsonObject): void {
  for (const key of Object.keys(strong)) {
    const value = strong[key]!;
    const below = get(weak, key);
    if (isJsonObject(value) && isJsonObject(below)) mergeMaps(draft, draft.ownMap(weak, key, below), value);
    else put(weak, key, value);
  }
}
