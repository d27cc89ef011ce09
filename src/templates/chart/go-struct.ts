import type { GoObject, GoValue } from '../value/go-value.ts';

/** A struct with its exported fields in order; `plain` is what JSON and YAML write of it, its fields by name without. */
export function goStruct(
  type: string,
  fields: Iterable<readonly [string, GoValue]>,
  plain?: () => GoValue,
): GoObject {
  return { go: 'object', type, kind: 'struct', fields: new Map(fields), ...(plain && { plain }) };
}
