import { put } from '../../merge/draft.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { itemsAt } from './field-lists.ts';
import { type Pieces, woven } from './woven.ts';
import type { Written } from './written.ts';

/**
 * What the operations of a JSON patch write into maps, as if nothing else were there: an operation below a list says nothing without the list.
 * The name of an entry is written in the path of its operation.
 */
export function patchValues(patch: Written): Written<JsonObject> {
  const data: JsonObject = {};
  const pieces: Pieces = new Map();
  for (const { at, value } of itemsAt(patch.data, [])) {
    if (!isJsonObject(value) || typeof value['path'] !== 'string' || value['value'] === undefined) continue;
    const segments = parsePointer(value['path']);
    if (segments.length === 0 || segments.some((one) => /^(?:-|\d+)$/.test(one))) continue;
    const named = { of: patch, at: [...at, 'path'] };
    let map = data;
    for (const [i, segment] of segments.entries()) {
      const isLast = i === segments.length - 1;
      const known = map[segment];
      const next: JsonValue = isLast ? value['value'] : isJsonObject(known) ? known : {};
      put(map, segment, next);
      const record = pieces.get(map) ?? new Map();
      pieces.set(map, record);
      record.set(segment, isLast ? { of: patch, at: [...at, 'value'], named } : named);
      if (isJsonObject(next) && !isLast) map = next;
    }
  }
  return woven(data, { of: patch, at: [] }, pieces);
}
