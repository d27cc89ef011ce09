import type { GoValue } from '../value/go-value.ts';
import { typeOf, underlyingType } from '../value/type-of.ts';
import type { Held } from './held.ts';
import type { Scope } from './scope.ts';

/** Whether nil can be given where the type is wanted (canBeNil of Go's text/template). */
export function canBeNil(type: string): boolean {
  return /^(?:interface \{\}|reflect\.Value|\*|\[\]|map\[|func\()/.test(type);
}

/** Whether Go's reflection calls the value assignable to the type. */
export function isAssignable(value: GoValue, type: string): boolean {
  if (type === 'interface {}' || type === 'reflect.Value') return true;
  if (value === null || value === undefined) return false;
  if (typeOf(value) === type) return true;
  // A type without a name takes every value of that shape, whatever the name of its type.
  return /^(?:\[\]|map\[)/.test(type) && underlyingType(value) === type;
}

/** The value as a function gets it; stops where Go does (validateType of text/template). Without a type anything is fine. */
export function fitArgument(scope: Scope, one: Held, type: string | undefined): GoValue {
  const { value } = one;
  if (type === undefined || type === 'reflect.Value') return value;
  if (value === undefined) {
    if (canBeNil(type)) return null;
    return scope.fail('wrong type', `invalid value; expected ${type}`, one.origin);
  }
  if (isAssignable(value, type) || typeOf(value) === `*${type}`) return value;
  return scope.fail('wrong type', `wrong type for value; expected ${type}; got ${typeOf(value)}`, one.origin);
}
