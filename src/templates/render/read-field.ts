import { entryOrigin } from '../value/entry-origin.ts';
import type { GoFunction, GoValue } from '../value/go-value.ts';
import { type Held, heldElement, heldType, NOTHING } from './held.ts';
import type { Scope } from './scope.ts';
import { zeroValue } from './zero-value.ts';

/** The method of that name, if the value has it. */
export function methodOf(value: GoValue, name: string): GoFunction | undefined {
  if (typeof value !== 'object' || value === null || value.go === 'int' || value.go === 'bytes')
    return undefined;
  return value.methods?.get(name);
}

/** `.name` of something that has no method of that name (evalField of Go's text/template). */
export function readField(scope: Scope, receiver: Held, name: string, hasArguments: boolean): Held {
  const { value, origin } = receiver;
  if (value === undefined) return origin === undefined ? NOTHING : { ...NOTHING, origin };
  const type = heldType(receiver);
  if (value === null) return scope.fail('nil pointer', `nil pointer evaluating ${type}.${name}`, origin);
  if (typeof value === 'object' && value.go === 'map') {
    if (hasArguments) scope.fail('other', `${name} is not a method but has arguments`, origin);
    const entry = value.entries.get(name);
    const found = entry === undefined && !value.entries.has(name) ? zeroValue(value.element) : entry;
    return heldElement(found, value.element, scope.run.traced ? entryOrigin(value, name, origin) : undefined);
  }
  if (typeof value === 'object' && value.go === 'object') {
    const fields = value.fields?.has(name) ? value.fields : value.declared;
    const field = fields?.get(name);
    if (field !== undefined || fields?.has(name)) {
      if (!/^\p{Lu}/u.test(name))
        scope.fail('other', `${name} is an unexported field of struct type ${type}`, origin);
      if (hasArguments)
        scope.fail('other', `${name} has arguments but cannot be invoked as function`, origin);
      return { value: field, inInterface: field === null, origin };
    }
  }
  return scope.fail('no field', `can't evaluate field ${name} in type ${type}`, origin);
}
