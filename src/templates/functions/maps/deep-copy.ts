import { GoError } from '../../value/go-error.ts';
import type { GoValue } from '../../value/go-value.ts';
import { checkNesting } from '../../value/nesting.ts';

/** `Copy` of mitchellh/copystructure 1.2.0; a copy knows where the original is. */
export function deepCopy(value: GoValue): GoValue {
  if (value === null || value === undefined) {
    throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  }
  return copied(value, 0);
}

function copied(value: GoValue, depth: number): GoValue {
  if (typeof value !== 'object' || value === null) return value;
  checkNesting(depth);
  if (value.go === 'list') {
    return {
      ...value,
      items: value.items.map((item) => copied(item, depth + 1)),
      ...(value.origins && { origins: [...value.origins] }),
    };
  }
  if (value.go !== 'map') return value;
  const entries = new Map<string, GoValue>();
  for (const [key, entry] of value.entries) entries.set(key, copied(entry, depth + 1));
  return { ...value, entries, ...(value.origins && { origins: new Map(value.origins) }) };
}
