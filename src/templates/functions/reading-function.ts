import type { GoFunction, GoValue } from '../value/go-value.ts';
import { readOrigins } from './read-origins.ts';

/** A function that makes values of a text: each entry comes from the piece of the text that says it. */
export function readingFunction(name: string, result: string, read: (text: string) => GoValue): GoFunction {
  return {
    name,
    params: ['string'],
    result,
    call([text], context) {
      context.spend((text as string).length);
      return read(text as string);
    },
    origin: readOrigins,
  };
}
