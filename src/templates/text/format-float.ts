import {
  binaryParts,
  type DecimalDigits,
  exactDigits,
  roundDigits,
  shortestDigits,
} from './decimal-digits.ts';

/** The formats of `strconv.FormatFloat`; capitals write the exponent, and the digits of `X`, in capitals. */
export type FloatFormat = 'e' | 'E' | 'f' | 'g' | 'G' | 'b' | 'x' | 'X';

/** `strconv.FormatFloat(value, format, precision, 64)` of Go; precision -1 takes the fewest digits that give the value again. */
export function formatFloat(value: number, format: FloatFormat, precision: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (format === 'b') return sign + binary(size);
  if (format === 'x' || format === 'X') {
    const text = hexadecimal(size, precision);
    return sign + (format === 'X' ? text.toUpperCase() : text);
  }
  if (format === 'f') return sign + fixed(size, precision);
  const text = format === 'e' || format === 'E' ? scientific(size, precision) : general(size, precision);
  return sign + (format === 'E' || format === 'G' ? text.toUpperCase() : text);
}

function fixed(size: number, precision: number): string {
  if (precision < 0) return withPoint(shortestDigits(size), undefined);
  const exact = exactDigits(size);
  return withPoint(roundDigits(exact, exact.point + precision), precision);
}

/** Without a number of decimals: as many as there are. */
function withPoint({ digits, point }: DecimalDigits, decimals: number | undefined): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const rest = digits === '' ? '' : point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const shown = decimals === undefined ? rest : rest.padEnd(decimals, '0').slice(0, decimals);
  return shown === '' ? whole : `${whole}.${shown}`;
}

function scientific(size: number, precision: number): string {
  const digits = precision < 0 ? shortestDigits(size) : roundDigits(exactDigits(size), precision + 1);
  return withExponent(digits, precision < 0 ? Math.max(digits.digits.length - 1, 0) : precision);
}

function withExponent({ digits, point }: DecimalDigits, decimals: number): string {
  const exponent = digits === '' ? 0 : point - 1;
  const first = digits === '' ? '0' : digits.charAt(0);
  const rest = digits.slice(1, 1 + decimals).padEnd(decimals, '0');
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${first}${rest === '' ? '' : `.${rest}`}e${exponent < 0 ? '-' : '+'}${power}`;
}

/** The shortest form takes an exponent below 1e-4 and from 1e+06 on. */
function general(size: number, precision: number): string {
  const isShortest = precision < 0;
  const wanted = precision === 0 ? 1 : precision;
  const number = isShortest ? shortestDigits(size) : roundDigits(exactDigits(size), wanted);
  const { digits, point } = number;
  const exponent = point - 1;
  let limit = isShortest ? 6 : wanted;
  if (!isShortest && limit > digits.length && digits.length >= point) limit = digits.length;
  if (exponent < -4 || exponent >= limit) return withExponent(number, Math.max(digits.length - 1, 0));
  return withPoint(number, Math.max(digits.length - point, 0));
}

function binary(size: number): string {
  const { mantissa, exponent } = binaryParts(size);
  return `${mantissa}p${exponent < 0 ? '' : '+'}${exponent}`;
}

const ONE = 1n << 60n;

function hexadecimal(size: number, precision: number): string {
  const parts = binaryParts(size);
  let mantissa = parts.mantissa << 8n;
  let exponent = mantissa === 0n ? 0 : parts.exponent + 52;
  while (mantissa !== 0n && (mantissa & ONE) === 0n) {
    mantissa <<= 1n;
    exponent--;
  }
  if (precision >= 0 && precision < 15) {
    const shift = BigInt(precision * 4);
    const extra = (mantissa << shift) & (ONE - 1n);
    mantissa >>= 60n - shift;
    if ((extra | (mantissa & 1n)) > 1n << 59n) mantissa++;
    mantissa <<= 60n - shift;
    if ((mantissa & (ONE << 1n)) !== 0n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  const all = (mantissa & (ONE - 1n)).toString(16).padStart(15, '0');
  const fraction = precision < 0 ? all.replace(/0+$/, '') : all.padEnd(precision, '0').slice(0, precision);
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `0x${(mantissa >> 60n) & 1n}${fraction === '' ? '' : `.${fraction}`}p${exponent < 0 ? '-' : '+'}${power}`;
}
