const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const DIGITS: Readonly<Record<number, RegExp>> = {
  2: /^[01]+$/,
  8: /^[0-7]+$/,
  10: /^[0-9]+$/,
  16: /^[0-9a-f]+$/i,
};
const LEADING: Readonly<Record<number, RegExp>> = {
  2: /^[01]*/,
  8: /^[0-7]*/,
  10: /^[0-9]*/,
  16: /^[0-9a-f]*/i,
};
const PREFIX: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

export interface ParsedInt {
  /** What fits is exact, what does not is the nearest that does, what is no number is 0. */
  readonly value: bigint;
  readonly error: 'syntax' | 'range' | undefined;
}

/** Go's `strconv.ParseInt` for 64 bits. Base 0 reads the base and underscores as Go's literals have them. */
export function parseInt64(text: string, base: 0 | 8 | 10): ParsedInt {
  const negative = text.startsWith('-');
  const unsigned = text.replace(/^[+-]/, '');
  const [digits, radix] = base === 0 ? literalDigits(unsigned) : [unsigned, base];
  if (digits === undefined || !DIGITS[radix]!.test(digits)) {
    // Go reads digit by digit, and stops where the number is too large for any that could come.
    const start = LEADING[radix]!.exec(unsigned)![0];
    const isTooLarge = base !== 0 && start !== '' && BigInt(PREFIX[radix] + start) > 2n ** 64n - 1n;
    if (!isTooLarge) return { value: 0n, error: 'syntax' };
    return { value: negative ? MIN : MAX, error: 'range' };
  }
  const size = BigInt(PREFIX[radix] + digits);
  const value = negative ? -size : size;
  if (value < MIN) return { value: MIN, error: 'range' };
  return value > MAX ? { value: MAX, error: 'range' } : { value, error: undefined };
}

function literalDigits(text: string): readonly [string | undefined, number] {
  const prefix = /^0[bBoOxX]/.exec(text)?.[0].toLowerCase();
  const radix = prefix === '0b' ? 2 : prefix === '0o' ? 8 : prefix === '0x' ? 16 : /^0./.test(text) ? 8 : 10;
  const after = prefix === undefined ? text : text.slice(2);
  if (!after.includes('_')) return [after, radix];
  // Underscores stand between digits, or after the base.
  const isFine =
    /^_?[0-9a-fA-F]+(_[0-9a-fA-F]+)*$/.test(after) && (prefix !== undefined || !after.startsWith('_'));
  return [isFine ? after.replaceAll('_', '') : undefined, radix];
}

/** Go's `strconv.ParseFloat` for 64 bits; undefined for what it refuses, too large numbers as well. */
export function parseFloat64(text: string): number | undefined {
  const match = /^([+-]?)(?:(inf|infinity)|(nan))$/i.exec(text);
  if (match) {
    if (match[3] !== undefined) return match[1] === '' ? Number.NaN : undefined;
    return match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const isHex = /^[+-]?0x/i.test(text);
  // Underscores stand between digits, or after the base.
  if (isHex ? /(?<![0-9a-fx])_|_(?![0-9a-f])/i.test(text) : /(?<![0-9])_|_(?![0-9])/.test(text))
    return undefined;
  const digits = text.replaceAll('_', '');
  const value = isHex ? hexFloat(digits) : decimalFloat(digits);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function decimalFloat(text: string): number | undefined {
  return /^[+-]?([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(text) ? Number(text) : undefined;
}

function hexFloat(text: string): number | undefined {
  const match = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?p([+-]?[0-9]+)$/i.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', power] = match;
  if (whole + fraction === '') return undefined;
  const mantissa = BigInt(`0x${whole}${fraction}`);
  return (sign === '-' ? -1 : 1) * scaled(mantissa, Number(power) - 4 * fraction.length);
}

/** `mantissa * 2 ** power`, rounded once, half to even. */
function scaled(mantissa: bigint, power: number): number {
  const bits = mantissa.toString(2).length;
  // What is below the 53 bits of a number, or of a number as small as this, is rounded off.
  const drop = Math.max(bits - 53, -1074 - power, 0);
  if (drop === 0)
    return Number(mantissa) * 2 ** Math.max(power, -1074) * (power < -1074 ? 2 ** (power + 1074) : 1);
  const shift = BigInt(Math.min(drop, bits + 2));
  const half = 1n << (shift - 1n);
  const rest = mantissa & ((1n << shift) - 1n);
  let kept = mantissa >> shift;
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return Number(kept) * 2 ** (power + drop);
}
