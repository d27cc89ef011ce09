import { type FormatFlags, pad } from './format-flags.ts';
import { nameCode, unicodeNumber } from './name-code.ts';
import { quoteRune } from './quote-text.ts';

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

/** A whole number as Go's fmt prints it with this verb; undefined when the verb is none for integers. */
export function formatInteger(
  value: bigint,
  isSigned: boolean,
  verb: string,
  flags: FormatFlags,
): string | undefined {
  if (verb === 'v' && flags.sharpV && !isSigned) return digits(value, 16, 'x', { ...flags, sharp: true });
  const base = BASES[verb];
  if (base !== undefined) return digits(value, base, verb, flags);
  switch (verb) {
    case 'c':
      return pad(String.fromCodePoint(validCode(value)), flags);
    case 'q':
      return pad(quoteRune(validCode(value), flags.plus), flags);
    case 'U':
      return unicode(value, flags);
    default:
      return undefined;
  }
}

function validCode(value: bigint): number {
  const isValid = (value >= 0n && value < 0xd800n) || (value > 0xdfffn && value <= 0x10ffffn);
  return isValid ? Number(value) : 0xfffd;
}

/** Precision or zero padding give leading zeros; with both the padding is made of spaces. */
function digits(value: bigint, base: number, verb: string, flags: FormatFlags): string {
  const { width, precision } = flags;
  const isNegative = value < 0n;
  if (precision === 0 && value === 0n) return ' '.repeat(width ?? 0);
  let least = precision ?? 0;
  if (precision === undefined && flags.zero && !flags.minus && width !== undefined)
    least = width - (isNegative || flags.plus || flags.space ? 1 : 0);
  let text = (isNegative ? -value : value).toString(base).padStart(least, '0');
  if (flags.sharp && base === 2) text = `0b${text}`;
  if (flags.sharp && base === 16) text = `0x${text}`;
  if (flags.sharp && base === 8 && !text.startsWith('0')) text = `0${text}`;
  if (verb === 'O') text = `0o${text}`;
  const sign = isNegative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  return pad(sign + (verb === 'X' ? text.toUpperCase() : text), flags, false);
}

/** `U+0078`, or `U+0078 'x'`. */
function unicode(value: bigint, flags: FormatFlags): string {
  const code = BigInt.asUintN(64, value);
  const digits = Math.max(flags.precision ?? 4, 4);
  return pad(flags.sharp ? nameCode(code, digits) : unicodeNumber(code, digits), flags, false);
}
