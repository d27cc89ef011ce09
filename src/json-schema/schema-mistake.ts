import type { LIMITS } from '../model/limits.ts';
import type { ValidationError } from './validate-function.ts';

/** What is wrong with a schema itself, with the keys that lead there. `explain/` has the words. */
export type SchemaMistake =
  /** It is neither a map nor true or false. */
  | { readonly kind: 'no schema' }
  /** `$schema` names a dialect that nobody knows. */
  | { readonly kind: 'dialect'; readonly at: readonly string[]; readonly name: unknown }
  /** It breaks the schema for schemas; the error's path starts at the root. */
  | { readonly kind: 'keyword'; readonly at: readonly string[]; readonly error: ValidationError }
  /** A pattern that is no regular expression. */
  | { readonly kind: 'pattern'; readonly at: readonly string[]; readonly reason: string }
  /** A pattern that Go's regular expressions, Helm's, do not know. */
  | {
      readonly kind: 'refused pattern';
      readonly at: readonly string[];
      readonly pattern: string;
      readonly reason: 'look-around' | 'back-reference';
    }
  /** A reference into a document at hand that leads to nothing there. */
  | { readonly kind: 'dangling reference'; readonly at: readonly string[]; readonly reference: string }
  /** References to documents that are not at hand. */
  | { readonly kind: 'unresolved'; readonly uris: readonly string[] }
  /** The schema of a property stands where keywords stand. */
  | {
      readonly kind: 'misplaced property';
      readonly at: readonly string[];
      readonly key: string;
      readonly hasProperties: boolean;
      /** How many more stand beside it. */
      others: number;
    }
  /** An `x-chartlint` is not what it should be; the error's path starts at the annotation. */
  | { readonly kind: 'annotation'; readonly at: readonly string[]; readonly error: ValidationError }
  /** The schema is larger than it may be. */
  | { readonly kind: 'limit'; readonly limit: keyof typeof LIMITS; readonly at?: readonly string[] };
