import type { GoObject, GoValue } from '../../value/go-value.ts';
import { typeOf } from '../../value/type-of.ts';

/** Go's `reflect.DeepEqual`: the same types all the way down; NaN is not itself, but a map or list is. */
export function deepEqual(a: GoValue, b: GoValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (typeOf(a) !== typeOf(b)) return false;
  if (a.go === 'int') return b.go === 'int' && a.value === b.value;
  if (a === b) return a.go !== 'object' || a.kind !== 'func';
  if (a.go === 'bytes') return b.go === 'bytes' && a.text === b.text;
  if (a.go === 'list') {
    if (b.go !== 'list' || a.items.length !== b.items.length || (a.isNil ?? false) !== (b.isNil ?? false))
      return false;
    return a.items.every((item, i) => deepEqual(item, b.items[i]));
  }
  if (a.go === 'map')
    return b.go === 'map' && (a.isNil ?? false) === (b.isNil ?? false) && equalEntries(a.entries, b.entries);
  return b.go === 'object' && equalObjects(a, b);
}

function equalEntries(a: ReadonlyMap<string, GoValue>, b: ReadonlyMap<string, GoValue>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !deepEqual(value, b.get(key))) return false;
  return true;
}

/** Objects are compared by their fields, or by their text where those are hidden. */
function equalObjects(a: GoObject, b: GoObject): boolean {
  if (a.kind === 'func') return false;
  if (a.fields && b.fields) return equalEntries(a.fields, b.fields);
  return a.text !== undefined && a.text() === b.text?.();
}
