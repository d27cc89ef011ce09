import type { EntryPart } from './entry-part.ts';
import type { JsonValue } from './json-value.ts';
import type { Span } from './span.ts';
import type { ValuesPath } from './values-path.ts';

/** Data that knows where each key and value of it is written: a YAML document, or what patches made of one. */
export interface Placed<Data extends JsonValue = JsonValue> {
  readonly data: Data;
  /** Where the key or value is written; of a path that is not written, the key of its closest written ancestor. */
  locate(path: ValuesPath, part: EntryPart): Span;
}
