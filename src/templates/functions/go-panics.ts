import { GoError } from '../value/go-error.ts';

/** What Go's runtime says when it reads the type of a nil interface. */
export function nilPointer(): GoError {
  return new GoError('runtime error: invalid memory address or nil pointer dereference');
}

/** What `strings.Repeat` says. */
export function negativeCount(): GoError {
  return new GoError('strings: negative Repeat count');
}
