import { quoteTime } from './quote-time.ts';

export const SECOND = 1_000_000_000n;
const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: SECOND,
  m: 60n * SECOND,
  h: 3600n * SECOND,
};
const LIMIT = 2n ** 63n;

/** Go's `ParseDuration`: nanoseconds, or what it says: `time: invalid duration "x"`. */
export function parseDuration(text: string): bigint | string {
  const invalid = `time: invalid duration ${quoteTime(text)}`;
  const negative = text.startsWith('-');
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return 0n;
  if (rest === '') return invalid;
  let sum = 0n;
  while (rest !== '') {
    const [, whole = '', fraction] = /^([0-9]*)(?:\.([0-9]*))?/.exec(rest)!;
    if (whole === '' && (fraction ?? '') === '') return invalid;
    if (BigInt(whole || '0') > LIMIT) return invalid;
    rest = rest.slice(whole.length + (fraction === undefined ? 0 : fraction.length + 1));
    const name = /^[^.0-9]*/.exec(rest)![0];
    if (name === '') return `time: missing unit in duration ${quoteTime(text)}`;
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name]! : undefined;
    if (unit === undefined) return `time: unknown unit ${quoteTime(name)} in duration ${quoteTime(text)}`;
    rest = rest.slice(name.length);
    sum += BigInt(whole || '0') * unit + fractionOf(fraction ?? '', unit);
    if (sum > LIMIT) return invalid;
  }
  if (negative) return -sum;
  return sum === LIMIT ? invalid : sum;
}

/** Computed with float64, as Go does it. */
function fractionOf(digits: string, unit: bigint): bigint {
  const read = digits.slice(0, 19);
  const value = BigInt(read || '0');
  const kept = value < LIMIT ? read : read.slice(0, 18);
  return BigInt(Math.trunc(Number(BigInt(kept || '0')) * (Number(unit) / 10 ** kept.length)));
}

/** Go's `Duration.String`: `1h0m5.5s`. */
export function showDuration(duration: bigint): string {
  const size = duration < 0n ? -duration : duration;
  const sign = duration < 0n ? '-' : '';
  if (size === 0n) return '0s';
  if (size < 1000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${scaled(size, 3)}µs`;
  if (size < SECOND) return `${sign}${scaled(size, 6)}ms`;
  const minutes = size / (60n * SECOND);
  const seconds = `${scaled(size % (60n * SECOND), 9)}s`;
  if (minutes === 0n) return sign + seconds;
  return `${sign}${minutes >= 60n ? `${minutes / 60n}h` : ''}${minutes % 60n}m${seconds}`;
}

function scaled(value: bigint, places: number): string {
  const digits = String(value).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return digits.slice(0, -places) + (fraction === '' ? '' : `.${fraction}`);
}
