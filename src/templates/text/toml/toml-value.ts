import { GoError } from '../../value/go-error.ts';
import type { GoInt, GoList, GoMap, GoValue } from '../../value/go-value.ts';
import { goInt, goList, goMap } from '../../value/make-value.ts';
import { bytesOf } from '../../value/utf8.ts';

/** A time, as TOML writes it. */
interface TomlTime {
  readonly go: 'time';
  readonly text: string;
}

/** What TOML writes in the place of the value: structs are their fields, times stand without quotes. */
export function tomlValue(
  value: GoValue,
): null | boolean | number | string | GoInt | GoList | GoMap | TomlTime {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (value.go === 'bytes')
    return goList(
      Array.from(bytesOf(value.text), (byte) => goInt(byte, 'uint8')),
      'uint8',
    );
  if (value.go !== 'object') return value;
  const plain = value.plain?.();
  if (typeof plain === 'string') return value.type === 'time.Time' ? { go: 'time', text: plain } : plain;
  if (value.fields === undefined) throw new GoError(`unsupported type: ${value.kind}`);
  return goMap(new Map(value.fields));
}
