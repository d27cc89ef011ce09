import type { GoValue } from '../value/go-value.ts';

/** Whether `if` takes the value for true: not the zero of its type; structs always are. Of Go's text/template isTrue. */
export function isTruthy(value: GoValue): boolean {
  if (typeof value !== 'object') return Boolean(value) || Number.isNaN(value);
  if (value === null) return false;
  switch (value.go) {
    case 'int':
      return value.value !== 0n;
    case 'bytes':
      return value.text !== '';
    case 'list':
      return value.items.length > 0;
    case 'map':
      return value.entries.size > 0;
    default:
      return true;
  }
}
