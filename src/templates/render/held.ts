import type { GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { typeOf } from '../value/type-of.ts';

/** A value on its way through a template: reflect.Value of Go, with its origin. */
export interface Held {
  readonly value: GoValue;
  /** Whether Go holds it in an `interface {}`: entries of maps and items of lists, until a pipeline or variable takes it out. */
  readonly inInterface: boolean;
  /** Undefined when not traced, or when no value of the release went in. */
  readonly origin: Origin | undefined;
}

/** reflect's zero Value. */
export const NOTHING: Held = { value: undefined, inInterface: false, origin: undefined };

export function held(value: GoValue, origin?: Origin): Held {
  return { value, inInterface: value === null, origin };
}

/** An entry of a map or an item of a list with elements of this type. */
export function heldElement(value: GoValue, element: string, origin: Origin | undefined): Held {
  return { value, inInterface: element === 'interface {}', origin };
}

/** What is inside of an interface; nothing for nil. */
export function unwrap(one: Held): Held {
  if (!one.inInterface) return one;
  return { value: one.value ?? undefined, inInterface: false, origin: one.origin };
}

/** The type as errors of field access name it: of what is held in an interface, that interface. */
export function heldType(one: Held): string {
  return one.inInterface ? 'interface {}' : typeOf(one.value);
}
