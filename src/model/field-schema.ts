import type { JsonObject } from './json-value.ts';
import type { ValuesPath } from './values-path.ts';

/** What a value has to be because it goes whole into a field of Kubernetes. */
export interface FieldSchema {
  readonly path: ValuesPath;
  /** Draft-07, with the definitions that it refers to. */
  readonly schema: JsonObject;
  /** Whether templates in it are expanded, so that it may be a text as a whole. */
  readonly templated: boolean;
  /** Keys of the value that templates take out of it or leave out, of which the field knows nothing. */
  readonly others: readonly string[];
}
