/** A number as go-yaml reads it. Integers that only fit in 64 unsigned bits are `uint`: Helm refuses them as map keys. */
export interface GoNumber {
  readonly kind: 'int' | 'uint' | 'float';
  /** Helm's JSON round trip makes every number a float64, so big integers lose digits here as they do there. */
  readonly value: number;
  /** All digits of an integer that may be too big for `value`; map keys keep them. */
  readonly exact?: bigint;
}

const INTEGER = /^[+-]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const SIGN_AFTER_PREFIX = /^0b[+-][01]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DOT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const UINT64_MAX = 2n ** 64n - 1n;
/** Integers this short fit in 53 bits whatever their base. */
const SHORT = 13;

/**
 * Reads a plain scalar that starts with a digit, a sign or a dot as `resolve.go` of go-yaml v2 does
 * (`strconv.ParseInt(s, 0, 64)`, then unsigned, then float); undefined when it stays a string.
 */
export function parseGoNumber(text: string): GoNumber | undefined {
  if (text.charCodeAt(0) === 46) return DOT_FLOAT.test(text) ? float(text.replaceAll('_', '')) : undefined;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  if (INTEGER.test(plain)) {
    const integer = parseInteger(plain);
    if (integer !== undefined) return integer;
  }
  if (FLOAT.test(plain)) return float(plain);
  // go-yaml hands what follows `0b` to ParseInt once more, and that takes a sign.
  if (SIGN_AFTER_PREFIX.test(plain)) return signed(plain.charAt(2), `0b${plain.slice(3)}`);
  return undefined;
}

function parseInteger(plain: string): GoNumber | undefined {
  const first = plain.charAt(0);
  const hasSign = first === '+' || first === '-';
  const digits = hasSign ? plain.slice(1) : plain;
  const isOldOctal = digits.length > 1 && digits.charCodeAt(0) === 48 && digits.charCodeAt(1) <= 57;
  return signed(hasSign ? first : '', isOldOctal ? `0o${digits.slice(1)}` : digits);
}

/** `literal` is unsigned and in JavaScript's notation. */
function signed(sign: string, literal: string): GoNumber | undefined {
  if (literal.length <= SHORT) {
    const size = Number(literal);
    return { kind: 'int', value: sign === '-' && size !== 0 ? -size : size };
  }
  const exact = sign === '-' ? -BigInt(literal) : BigInt(literal);
  if (exact < INT64_MIN || (exact > INT64_MAX && sign !== '') || exact > UINT64_MAX) return undefined;
  return { kind: exact > INT64_MAX ? 'uint' : 'int', value: Number(exact), exact };
}

/** Out of float64's range is not a number for go-yaml: `1e400` stays a string. */
function float(text: string): GoNumber | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? { kind: 'float', value } : undefined;
}
