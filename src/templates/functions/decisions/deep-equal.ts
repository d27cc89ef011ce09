import type { GoObject, GoValue } from '../../value/go-value.ts';
import { checkNesting } from '../../value/nesting.ts';
import { typeOf } from '../../value/type-of.ts';

/** Go's `reflect.DeepEqual`: the same types all the way down; NaN is not itself, but a map or list is. */
export function deepEqual(a: GoValue, b: GoValue, depth = 0): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  checkNesting(depth);
  if (typeOf(a) !== typeOf(b)) return false;
  if (a.go === 'int') return b.go === 'int' && a.value === b.value;
  if (a === b) return a.go !== 'object' || a.kind !== 'func';
  if (a.go === 'bytes') return b.go === 'bytes' && a.text === b.text;
  if (a.go === 'list') {
    if (b.go !== 'list' || a.items.length !== b.items.length || (a.isNil ?? false) !== (b.isNil ?? false))
      return false;
    return a.items.every((item, i) => deepEqual(item, b.items[i], depth + 1));
  }
  if (a.go === 'map')
    return (
      b.go === 'map' && (a.isNil ?? false) === (b.isNil ?? false) && equalEntries(a.entries, b.entries, depth)
    );
  return b.go === 'object' && equalObjects(a, b, depth);
}

function equalEntries(
  a: ReadonlyMap<string, GoValue>,
  b: ReadonlyMap<string, GoValue>,
  depth: number,
): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !deepEqual(value, b.get(key), depth + 1)) return false;
  return true;
}

/** Objects are compared by their fields, or by their text where those are hidden. */
function equalObjects(a: GoObject, b: GoObject, depth: number): boolean {
  if (a.kind === 'func') return false;
  if (a.fields && b.fields) return equalEntries(a.fields, b.fields, depth);
  return a.text !== undefined && a.text() === b.text?.();
}
