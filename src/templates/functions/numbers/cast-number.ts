import type { GoInt, GoValue } from '../../value/go-value.ts';
import { isInt } from '../../value/make-value.ts';
import { parseFloat64, parseInt64 } from './parse-number.ts';

const MIN = -(2n ** 63n);
/** Named types that spf13/cast knows. */
const NAMED = ['time.Month', 'time.Weekday'];

const isPlain = ({ type, kind }: GoInt): boolean => type === kind || NAMED.includes(type);

/** `ToInt64` of spf13/cast 1.7.0: what is no number is 0. */
export function castInt64(value: GoValue): bigint {
  if (typeof value === 'number') return floatToInt64(value);
  if (typeof value === 'string') {
    const { value: parsed, error } = parseInt64(withoutZeroDecimals(value), 0);
    return error === undefined ? parsed : 0n;
  }
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return isInt(value) && isPlain(value) ? BigInt.asIntN(64, value.value) : 0n;
}

/** `ToFloat64` of spf13/cast 1.7.0. */
export function castFloat64(value: GoValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parseFloat64(value) ?? 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return isInt(value) && isPlain(value) ? Number(value.value) : 0;
}

/** Go's conversion on amd64: what does not fit is the smallest number. */
export function floatToInt64(value: number): bigint {
  return Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : MIN;
}

/** `1.00` is read as `1`. */
function withoutZeroDecimals(text: string): string {
  return text.replace(/\.0+$/, '');
}
