/** A number above 0 as `0.digits` times ten to the power of `point`; digits neither begin nor end with zeros. */
export interface DecimalDigits {
  readonly digits: string;
  readonly point: number;
}

const NONE: DecimalDigits = { digits: '', point: 0 };

/** The fewest digits that give this float64 again. `value` is finite and not negative. */
export function shortestDigits(value: number): DecimalDigits {
  if (value === 0) return NONE;
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** All digits of this float64. `value` is finite and not negative. */
export function exactDigits(value: number): DecimalDigits {
  if (value === 0) return NONE;
  const { mantissa, exponent } = binaryParts(value);
  const shift = BigInt(Math.abs(exponent));
  const digits = (exponent >= 0 ? mantissa << shift : mantissa * 5n ** shift).toString();
  const point = exponent >= 0 ? digits.length : digits.length + exponent;
  return { digits: digits.replace(/0+$/, ''), point };
}

/** `value` is mantissa times two to the power of the exponent. */
export function binaryParts(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = bits & 0xfffffffffffffn;
  const biased = Number((bits >> 52n) & 0x7ffn);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** Keeps `count` digits; half goes to the even neighbour, as in Go. */
export function roundDigits(number: DecimalDigits, count: number): DecimalDigits {
  const { digits, point } = number;
  if (count >= digits.length) return number;
  if (count < 0) return NONE;
  const kept = digits.slice(0, count);
  if (!roundsUp(digits, count)) {
    const trimmed = kept.replace(/0+$/, '');
    return trimmed === '' ? NONE : { digits: trimmed, point };
  }
  const nines = /9*$/.exec(kept)?.[0].length ?? 0;
  if (nines === kept.length) return { digits: '1', point: point + 1 };
  const last = kept.length - nines - 1;
  return { digits: kept.slice(0, last) + (Number(kept.charAt(last)) + 1), point };
}

function roundsUp(digits: string, count: number): boolean {
  const next = digits.charCodeAt(count) - 48;
  if (next !== 5 || count + 1 < digits.length) return next >= 5;
  return count > 0 && (digits.charCodeAt(count - 1) - 48) % 2 === 1;
}
