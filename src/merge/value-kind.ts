import type { JsonValue } from '../model/json-value.ts';

/** What kind of value it is, as far as merging cares. */
export type ValueKind = 'map' | 'list' | 'scalar' | 'null';

export function kindOf(value: JsonValue): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : 'scalar';
}
