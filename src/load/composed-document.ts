import type { JsonValue } from '../model/json-value.ts';

/** What one YAML document of a text holds, and from where to where it is written. */
export interface ComposedDocument {
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
}
