import type { SchemaPlace } from '../json-schema/schema-place.ts';
import type { Condition } from './attach-errors.ts';
import type { FailingValue } from './index-errors.ts';

/** One thing that is wrong with the values, ready to be put in words. */
export interface Mistake {
  /** ajv's keyword; `alternatives` and `no-branch` are what became of an `anyOf` or `oneOf`. */
  readonly keyword: string;
  readonly at: FailingValue;
  /** The schema that holds the failing keyword. */
  readonly place: SchemaPlace;
  /** The schemas through which one came to `place` for the same value, outermost first, `place` last. */
  readonly trail: readonly SchemaPlace[];
  readonly params: Readonly<Record<string, unknown>>;
  /** Why the failing schema applies. */
  readonly conditions: readonly Condition[];
  readonly coveredBy?: string | undefined;
  /** What the author of the schema says about it. */
  readonly message?: string | undefined;
  /** With `type` and `enum` after a choice: what else would do. */
  readonly alsoTypes?: readonly string[];
  /** With `alternatives` and `no-branch`: what each branch misses. */
  readonly options?: readonly (readonly Mistake[])[];
}
