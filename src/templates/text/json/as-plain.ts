import { GoError } from '../../value/go-error.ts';
import type { GoInt, GoList, GoMap, GoValue } from '../../value/go-value.ts';
import { goMap } from '../../value/make-value.ts';
import { bytesOf } from '../../value/utf8.ts';
import { encodeBase64 } from '../encode-base64.ts';

export type PlainValue = null | boolean | number | string | GoInt | GoList | GoMap;

/**
 * What JSON writes in the place of the value: objects are their fields, bytes are base64, nil lists and maps are null. Throws
 * GoError for functions.
 */
export function asPlain(value: GoValue): PlainValue {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  switch (value.go) {
    case 'int':
      return value;
    case 'bytes':
      return encodeBase64(bytesOf(value.text));
    case 'object':
      if (value.plain !== undefined) return asPlain(value.plain());
      if (value.fields === undefined) throw new GoError(`json: unsupported type: ${value.type}`);
      return goMap(new Map(value.fields));
    default:
      return value.isNil === true ? null : value;
  }
}
