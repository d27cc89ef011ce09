import type { GoValue } from '../../value/go-value.ts';
import { goInt } from '../../value/make-value.ts';
import { bytesOf } from '../../value/utf8.ts';

/** The items of what is a slice to Go's reflection; undefined for everything else. */
export function sliceItems(value: GoValue): readonly GoValue[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.go === 'list') return value.items;
  return value.go === 'bytes' ? Array.from(bytesOf(value.text), (byte) => goInt(byte, 'uint8')) : undefined;
}
