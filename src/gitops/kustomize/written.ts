import type { JsonValue } from '../../model/json-value.ts';
import type { Placed } from '../../model/placed.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** Data that Kustomize works on: it knows where everything is written, and how. */
export interface Written<Data extends JsonValue = JsonValue> extends Placed<Data> {
  /** A scalar as its YAML has it, quotes and all; empty for a key with nothing behind it. */
  written(path: ValuesPath): string;
}
