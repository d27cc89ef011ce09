import type { GoFunction, GoInt, GoValue } from '../../value/go-value.ts';
import { declareFunction } from '../declare-function.ts';
import { castFloat64 } from './cast-number.ts';
import {
  addDecimals,
  type Decimal,
  divideDecimals,
  fromDecimal,
  multiplyDecimals,
  subtractDecimals,
  toDecimal,
} from './decimal.ts';
import { powerOfTen } from './power-of-ten.ts';

/** Arithmetic with float64, through decimals where sprig does so. */
export const FLOAT_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('add1f', 'any -> float64', ([value]) => computed([value, 1], addDecimals)),
  declareFunction('addf', '...any -> float64', (values) => computed([0, ...values], addDecimals)),
  declareFunction('subf', 'any, ...any -> float64', (values) => computed(values, subtractDecimals)),
  declareFunction('divf', 'any, ...any -> float64', (values) => computed(values, divideDecimals)),
  declareFunction('mulf', 'any, ...any -> float64', (values) => computed(values, multiplyDecimals)),
  declareFunction('maxf', 'any, ...any -> float64', (values) => extreme(values, 1)),
  declareFunction('minf', 'any, ...any -> float64', (values) => extreme(values, -1)),
  declareFunction('ceil', 'any -> float64', ([value]) => Math.ceil(castFloat64(value))),
  declareFunction('floor', 'any -> float64', ([value]) => Math.floor(castFloat64(value))),
  declareFunction(
    'round',
    'any, int, ...float64 -> float64',
    ([value, places, on]: [GoValue, GoInt, number?]) =>
      rounded(castFloat64(value), Number(places.value), on ?? 0.5),
  ),
];

function computed(values: readonly GoValue[], operation: (a: Decimal, b: Decimal) => Decimal): number {
  return fromDecimal(values.map((value) => toDecimal(castFloat64(value))).reduce(operation));
}

/** Go's `math.Max` and `math.Min`: an infinity on its side wins over NaN. */
function extreme(values: readonly GoValue[], side: 1 | -1): number {
  return values.map(castFloat64).reduce((a, b) => {
    const infinity = side * Number.POSITIVE_INFINITY;
    if (a === infinity || b === infinity) return infinity;
    return side === 1 ? Math.max(a, b) : Math.min(a, b);
  });
}

/** sprig's `round`: the part behind the point decides, so what is negative goes up from its half. */
function rounded(value: number, places: number, on: number): number {
  const power = powerOfTen(places);
  const digit = power * value;
  const fraction = Number.isFinite(digit) ? digit - Math.trunc(digit) : Number.NaN;
  return (fraction >= on ? Math.ceil(digit) : Math.floor(digit)) / power;
}
