import { type FormatFlags, pad } from './format-flags.ts';
import { type FloatFormat, formatFloat } from './format-float.ts';

/** Verbs for floats: what `strconv.FormatFloat` is asked for, and the precision when none is given. */
const VERBS: Readonly<Record<string, readonly [FloatFormat, number]>> = {
  v: ['g', -1],
  b: ['b', -1],
  g: ['g', -1],
  G: ['G', -1],
  x: ['x', -1],
  X: ['X', -1],
  f: ['f', 6],
  F: ['f', 6],
  e: ['e', 6],
  E: ['E', 6],
};

/** A float64 as Go's fmt prints it with this verb; undefined when the verb is none for floats. */
export function formatNumber(value: number, verb: string, flags: FormatFlags): string | undefined {
  const known = VERBS[verb];
  if (known === undefined) return undefined;
  const [format, usual] = known;
  const precision = flags.precision ?? usual;
  const text = formatFloat(value, format, precision);
  const isNegative = text.startsWith('-');
  const size = text.replace(/^[-+]/, '');
  // Infinity always has a sign, and no zeros before it.
  const isInfinite = size === 'Inf';
  const sign = isNegative ? '-' : flags.plus ? '+' : flags.space ? ' ' : isInfinite ? '+' : '';
  if (!Number.isFinite(value)) return pad(sign + size, flags, false);
  const shown = flags.sharp && format !== 'b' ? withPoint(size, format, precision) : size;
  // Zeros stand between the sign and the number.
  if (sign !== '' && flags.zero && !flags.minus)
    return sign + pad(shown, { ...flags, width: (flags.width ?? 0) - 1 });
  return pad(sign + shown, flags);
}

/** `#` keeps the decimal point and, for %g, the zeros at the end. */
function withPoint(size: string, format: FloatFormat, precision: number): string {
  const isHexadecimal = format === 'x' || format === 'X';
  const cut = size.search(isHexadecimal ? /[pP]/ : /[eE]/);
  const number = cut < 0 ? size : size.slice(0, cut);
  let missing = format === 'g' || format === 'G' || format === 'x' ? (precision === -1 ? 6 : precision) : 0;
  missing -= number.replace('.', '').replace(/^0+/, '').length;
  const hasPoint = number.includes('.');
  if (!hasPoint && number === '0') missing--;
  return `${number}${hasPoint ? '' : '.'}${'0'.repeat(Math.max(missing, 0))}${cut < 0 ? '' : size.slice(cut)}`;
}
