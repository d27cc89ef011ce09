import { keyText } from '../../../../load/key-text.ts';
import { GoError } from '../../../value/go-error.ts';
import type { GoMap, GoValue } from '../../../value/go-value.ts';
import { goList, goMap } from '../../../value/make-value.ts';
import { typeOf } from '../../../value/type-of.ts';
import { compareGoStrings } from '../../../value/utf8.ts';
import { formatFloat } from '../../format-float.ts';
import { type DecodedMap, type DecodedValue, goSyntax, isDecodedList } from './decoded-value.ts';

/**
 * What is left when sigs.k8s.io/yaml turns a decoded value to JSON and reads that: keys are texts, numbers float64. Throws GoError
 * with its words for keys and numbers that JSON cannot hold.
 */
export function toJsonValue(value: DecodedValue): GoValue {
  const converted = convert(value);
  checkNumbers(converted);
  return converted;
}

function convert(value: DecodedValue): GoValue {
  if (typeof value === 'string') return value.replace(HALF, '\ufffd');
  if (typeof value !== 'object' || value === null) return value;
  if (isDecodedList(value)) return goList(value.map(convert));
  return value.go === 'int' ? Number(value.value) : convertMap(value);
}

/** Half of a surrogate pair stands for a byte that is no UTF-8. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function convertMap(map: DecodedMap): GoMap {
  const entries = new Map<string, GoValue>();
  for (const { key, value } of map.entries.values()) entries.set(convertKey(key, value), convert(value));
  return goMap(entries);
}

function convertKey(key: DecodedValue, value: DecodedValue): string {
  if (typeof key === 'string') return key.replace(HALF, '\ufffd');
  if (typeof key === 'boolean') return String(key);
  if (typeof key === 'number') return keyText({ kind: 'float', value: key }) as string;
  if (key !== null && !isDecodedList(key) && key.go === 'int' && key.kind === 'int')
    return key.value.toString();
  const type = key === null ? '%!s(<nil>)' : typeOf(key as GoValue);
  throw new GoError(`unsupported map key of type: ${type}, key: ${goSyntax(key)}, value: ${goSyntax(value)}`);
}

/** Go's encoder meets entries in the order of their keys. */
function checkNumbers(value: GoValue): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new GoError(`json: unsupported value: ${formatFloat(value, 'g', -1)}`);
  if (typeof value !== 'object' || value === null) return;
  if (value.go === 'list') for (const item of value.items) checkNumbers(item);
  if (value.go !== 'map') return;
  for (const key of [...value.entries.keys()].sort(compareGoStrings)) checkNumbers(value.entries.get(key));
}
