import type { EntryPart } from '../../model/entry-part.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Span } from '../../model/span.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** Data that knows where each key and value of it is written: a YAML document, or what patches made of one. */
export interface Placed<Data extends JsonValue = JsonValue> {
  readonly data: Data;
  /** Of a path that is not written, the place of its closest written ancestor's key. */
  locate(path: ValuesPath, part: EntryPart): Span;
  /** A scalar as its YAML has it, quotes and all; empty for a key with nothing behind it. */
  written(path: ValuesPath): string;
}
