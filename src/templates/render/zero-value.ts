import type { GoValue, IntKind } from '../value/go-value.ts';
import { goInt, goList, goMap } from '../value/make-value.ts';

/** The zero value of a type: what a missing key of a map is (Helm renders with `missingkey=zero`). */
export function zeroValue(type: string): GoValue {
  if (type === 'string') return '';
  if (type === 'bool') return false;
  if (type === 'float64') return 0;
  if (/^u?int\d*$/.test(type)) return goInt(0, type as IntKind);
  if (type === '[]uint8') return { go: 'bytes', text: '' };
  if (type.startsWith('[]')) return { ...goList([], type.slice(2)), isNil: true };
  if (type.startsWith('map[string]'))
    return { ...goMap(new Map(), type.slice('map[string]'.length)), isNil: true };
  return null;
}
