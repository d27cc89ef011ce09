import { GoError } from '../../value/go-error.ts';

/** `coefficient * 10 ** exponent`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** `DivisionPrecision` of shopspring/decimal. */
const PLACES = 16;

/** The shortest decimal that reads as this number. */
export function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) {
    const text = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
    throw new GoError(`Cannot create a Decimal from ${text}`);
  }
  const [, sign, whole, fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    String(value),
  )!;
  return { coefficient: BigInt(`${sign}${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

/** The nearest float64. */
export function fromDecimal({ coefficient, exponent }: Decimal): number {
  return coefficient === 0n ? 0 : Number(`${coefficient}e${exponent}`);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: scaled(a, exponent) + scaled(b, exponent), exponent };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { ...b, coefficient: -b.coefficient });
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

/** Rounded to 16 places, half away from zero: `Div` of shopspring/decimal 1.4.0. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (b.coefficient === 0n) throw new GoError('decimal division by 0');
  const shift = a.exponent - b.exponent + PLACES;
  const above = shift < 0 ? a.coefficient : a.coefficient * 10n ** BigInt(shift);
  const below = shift < 0 ? b.coefficient * 10n ** BigInt(-shift) : b.coefficient;
  const quotient = above / below;
  const rest = above % below;
  const isUp = 2n * absolute(rest) >= absolute(below);
  const away = a.coefficient < 0n !== b.coefficient < 0n ? -1n : 1n;
  return { coefficient: isUp ? quotient + away : quotient, exponent: -PLACES };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function scaled({ coefficient, exponent }: Decimal, to: number): bigint {
  return coefficient * 10n ** BigInt(exponent - to);
}
