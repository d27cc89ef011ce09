import type { GoInt } from '../../../value/go-value.ts';
import { compareGoStrings } from '../../../value/utf8.ts';
import { formatFloat } from '../../format-float.ts';
import { quoteText } from '../../quote-text.ts';

/** What go-yaml v2 makes of a node. */
export type DecodedValue = null | boolean | number | string | GoInt | readonly DecodedValue[] | DecodedMap;

/** `map[interface {}]interface {}`: entries by type and text of their keys. */
export interface DecodedMap {
  readonly go: 'yaml map';
  readonly entries: Map<string, { readonly key: DecodedValue; readonly value: DecodedValue }>;
}

/** `%#v` of Go. */
export function goSyntax(value: DecodedValue, isInside = false): string {
  if (value === null) return isInside ? 'interface {}(nil)' : '<nil>';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'number') return formatFloat(value, 'g', -1);
  if (typeof value === 'boolean') return String(value);
  if (isDecodedList(value)) return `[]interface {}{${value.map((item) => goSyntax(item, true)).join(', ')}}`;
  if (value.go === 'int')
    return value.kind === 'uint64' ? `0x${value.value.toString(16)}` : value.value.toString();
  const entries = Array.from(
    value.entries.values(),
    (entry) => `${goSyntax(entry.key, true)}:${goSyntax(entry.value, true)}`,
  );
  return `map[interface {}]interface {}{${entries.sort(compareGoStrings).join(', ')}}`;
}

export function isDecodedList(value: DecodedValue): value is readonly DecodedValue[] {
  return Array.isArray(value);
}
