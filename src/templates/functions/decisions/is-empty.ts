import type { GoValue } from '../../value/go-value.ts';

/** sprig's `empty`: zero, false, nil, and what has no length. A struct never is. */
export function isEmpty(value: GoValue): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return true;
  if (typeof value !== 'object') return false;
  switch (value.go) {
    case 'int':
      return value.value === 0n;
    case 'bytes':
      return value.text === '';
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.entries.size === 0;
    default:
      return false;
  }
}
