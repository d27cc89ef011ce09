import { quoteText } from '../text/quote-text.ts';
import type { NumberNode } from './node.ts';
import { unquoteCharacter } from './unquote-go.ts';

type Reading = Pick<NumberNode, 'int' | 'uint' | 'float' | 'complex'>;

const NOTHING: Reading = { int: undefined, uint: undefined, float: undefined, complex: undefined };

/** What the token can be taken for, or the error as a text: newNumber of Go's text/template/parse/node.go. */
export function readNumber(
  text: string,
  kind: 'number' | 'complex' | 'character constant',
): Reading | string {
  if (kind === 'character constant') return readCharacter(text);
  if (kind === 'complex') return readComplex(text);
  if (text.endsWith('i')) {
    const imaginary = parseFloat64(text.slice(0, -1));
    if (imaginary !== undefined) return simplified(0, imaginary);
  }
  const whole = parseWhole(text);
  const int = whole !== undefined && whole >= -(2n ** 63n) && whole < 2n ** 63n ? whole : undefined;
  const uint =
    whole !== undefined && (whole === 0n || !/^[+-]/.test(text)) && whole >= 0n && whole < 2n ** 64n
      ? whole
      : undefined;
  if (int !== undefined || uint !== undefined) return { ...NOTHING, int, uint, float: Number(int ?? uint) };
  const float = parseFloat64(text);
  if (float === undefined) return `illegal number syntax: ${quoteText(text)}`;
  if (!/[.eEpP]/.test(text)) return `integer overflow: ${quoteText(text)}`;
  return { ...NOTHING, float, ...wholeParts(float) };
}

function readCharacter(text: string): Reading | string {
  const read = unquoteCharacter(text);
  if (read === undefined) return 'invalid syntax';
  if (read.rest !== "'") return `malformed character constant: ${text}`;
  const point = BigInt(read.point);
  return { ...NOTHING, int: point, uint: point, float: read.point };
}

function readComplex(text: string): Reading | string {
  const parts = /^(.*[^eEpP+-])([+-].*)i$/.exec(text);
  const real = parts && parseFloat64(parts[1]!);
  const imaginary = parts && parseFloat64(parts[2]!);
  if (typeof real !== 'number' || typeof imaginary !== 'number')
    return 'syntax error scanning complex number';
  return simplified(real, imaginary);
}

function simplified(real: number, imaginary: number): Reading {
  const complex = [real, imaginary] as const;
  return imaginary === 0 ? { float: real, ...wholeParts(real), complex } : { ...NOTHING, complex };
}

function wholeParts(float: number): Pick<Reading, 'int' | 'uint'> {
  const whole = Number.isInteger(float);
  return {
    int: whole && Math.abs(float) < 2 ** 63 ? BigInt(float) : undefined,
    uint: whole && float >= 0 && float < 2 ** 64 ? BigInt(float) : undefined,
  };
}

/** strconv.ParseInt with base 0. */
function parseWhole(text: string): bigint | undefined {
  const match = /^([+-]?)(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|0[0-7_]*|[1-9][0-9_]*)$/.exec(text);
  if (match === null || !underscoresSeparate(text)) return undefined;
  const digits = match[2]!.replaceAll('_', '');
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return match[1] === '-' ? -value : value;
}

/** strconv.ParseFloat; undefined for what is no number or out of range. */
function parseFloat64(text: string): number | undefined {
  const hex = /^([+-]?)0[xX]([0-9a-fA-F_]*)\.?([0-9a-fA-F_]*)[pP]([+-]?[0-9_]+)$/.exec(text);
  if (!underscoresSeparate(text)) return undefined;
  if (hex !== null) {
    const [, sign, whole, fraction, exponent] = hex.map((part) => part.replaceAll('_', ''));
    if (`${whole}${fraction}` === '') return undefined;
    const digits = Number(BigInt(`0x${whole}${fraction}`));
    const value = digits * 2 ** (Number(exponent) - 4 * fraction!.length);
    return Number.isFinite(value) ? (sign === '-' ? -value : value) : undefined;
  }
  const decimal = text.replaceAll('_', '');
  if (!/^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(decimal)) return undefined;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : undefined;
}

/** Underscores stand between digits, or behind the prefix of a base. */
function underscoresSeparate(text: string): boolean {
  if (!text.includes('_')) return true;
  const unsigned = text.replace(/^[+-]/, '');
  if (/^0x/i.test(unsigned)) return !/_(?![0-9a-f])|(?<![0-9a-fx])_/i.test(unsigned);
  return !/_(?![0-9])|(?<![0-9])_/.test(unsigned.replace(/^0[bo]/i, '0'));
}
