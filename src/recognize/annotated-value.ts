import type { Annotation } from '../model/annotation.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** An annotation of the schema and one value that it is about. */
export interface AnnotatedValue {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly annotation: Annotation;
}
