import { isTruthy } from '../../render/truth.ts';
import type { GoFunction, GoValue } from '../../value/go-value.ts';
import { shallowOrigin } from './shallow-origin.ts';

/** The evaluator itself runs these, as it may not evaluate all arguments; only their signature counts. */
const special = (name: string, params: readonly string[]): GoFunction => ({
  name,
  params,
  variadic: true,
  result: 'reflect.Value',
  call: ([first]): GoValue => first,
});

/** `and or not call` of Go's text/template/funcs.go. */
export const logic: readonly GoFunction[] = [
  special('and', ['reflect.Value', 'reflect.Value']),
  special('or', ['reflect.Value', 'reflect.Value']),
  special('call', ['reflect.Value', 'reflect.Value']),
  {
    name: 'not',
    params: ['reflect.Value'],
    result: 'bool',
    call: ([value]) => !isTruthy(value),
    origin: shallowOrigin,
  },
];
