import type { GoFunction, GoValue } from '../../value/go-value.ts';
import { kindOf, typeOf } from '../../value/type-of.ts';
import { declareFunction } from '../declare-function.ts';
import { deepEqual } from './deep-equal.ts';

/** Functions that ask for the Go type of a value. */
export const TYPE_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('typeOf', 'any -> string', ([value]) => typeName(value)),
  declareFunction('typeIs', 'string, any -> bool', ([name, value]) => name === typeName(value)),
  declareFunction('typeIsLike', 'string, any -> bool', ([name, value]) => {
    const type = typeName(value);
    return name === type || `*${name}` === type;
  }),
  declareFunction('kindOf', 'any -> string', ([value]) => kindName(value)),
  declareFunction('kindIs', 'string, any -> bool', ([name, value]) => name === kindName(value)),
  declareFunction('deepEqual', 'any, any -> bool', ([a, b]) => deepEqual(a, b)),
];

/** What `%T` prints: the type inside of the interface. */
function typeName(value: GoValue): string {
  return value === null ? '<nil>' : typeOf(value);
}

function kindName(value: GoValue): string {
  return value === null ? 'invalid' : kindOf(value);
}
