import { GoError } from '../../value/go-error.ts';
import type { GoValue } from '../../value/go-value.ts';

/** `Copy` of mitchellh/copystructure 1.2.0; a copy knows where the original is. */
export function deepCopy(value: GoValue): GoValue {
  if (value === null || value === undefined) {
    throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  }
  return copied(value);
}

function copied(value: GoValue): GoValue {
  if (typeof value !== 'object' || value === null) return value;
  if (value.go === 'list') {
    return {
      ...value,
      items: value.items.map(copied),
      ...(value.origins && { origins: [...value.origins] }),
    };
  }
  if (value.go !== 'map') return value;
  const entries = new Map([...value.entries].map(([key, entry]) => [key, copied(entry)]));
  return { ...value, entries, ...(value.origins && { origins: new Map(value.origins) }) };
}
