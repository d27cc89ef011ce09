import { printPlain } from '../../text/print-value.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoInt, GoValue } from '../../value/go-value.ts';
import { goInt, goInt64 } from '../../value/make-value.ts';
import { alsoNamed, declareFunction } from '../declare-function.ts';
import { castFloat64, castInt64 } from './cast-number.ts';
import { parseInt64 } from './parse-number.ts';

const wrapped = (value: bigint): bigint => BigInt.asIntN(64, value);

/** Conversions to whole numbers, and arithmetic with int64, which wraps around. */
export const INTEGER_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('atoi', 'string -> int', ([text]: [string]) => goInt(parseInt64(text, 10).value)),
  declareFunction('int', 'any -> int', ([value]) => goInt(castInt64(value))),
  declareFunction('int64', 'any -> int64', ([value]) => goInt64(castInt64(value))),
  declareFunction('float64', 'any -> float64', ([value]) => castFloat64(value)),
  declareFunction('toDecimal', 'any -> int64', ([value]) => {
    const { value: read, error } = parseInt64(printPlain(value), 8);
    return goInt64(error === undefined ? read : 0n);
  }),
  declareFunction('add1', 'any -> int64', ([value]) => goInt64(castInt64(value) + 1n)),
  declareFunction('add', '...any -> int64', (values) => goInt64(fold(values, 0n, (a, b) => wrapped(a + b)))),
  declareFunction('sub', 'any, any -> int64', ([a, b]) => goInt64(castInt64(a) - castInt64(b))),
  declareFunction('div', 'any, any -> int64', ([a, b]) => goInt64(castInt64(a) / divisor(b))),
  declareFunction('mod', 'any, any -> int64', ([a, b]) => goInt64(castInt64(a) % divisor(b))),
  declareFunction('mul', 'any, ...any -> int64', ([first, ...others]) =>
    goInt64(fold(others, castInt64(first), (a, b) => wrapped(a * b))),
  ),
  ...alsoNamed(
    declareFunction('max', 'any, ...any -> int64', ([first, ...others]) =>
      goInt64(fold(others, castInt64(first), (a, b) => (b > a ? b : a))),
    ),
    'biggest',
  ),
  declareFunction('min', 'any, ...any -> int64', ([first, ...others]) =>
    goInt64(fold(others, castInt64(first), (a, b) => (b < a ? b : a))),
  ),
  declareFunction(
    'randInt',
    'int, int -> int',
    ([min, max]: [GoInt, GoInt], context) => {
      const range = wrapped(max.value - min.value);
      if (range <= 0n) throw new GoError('invalid argument to Intn');
      return goInt(min.value + (BigInt(context.chance()) % range));
    },
    ({ context }) => context.unforeseen('randInt'),
  ),
];

function fold(values: readonly GoValue[], start: bigint, next: (a: bigint, b: bigint) => bigint): bigint {
  return values.map(castInt64).reduce(next, start);
}

function divisor(value: GoValue): bigint {
  const number = castInt64(value);
  if (number === 0n) throw new GoError('runtime error: integer divide by zero');
  return number;
}
