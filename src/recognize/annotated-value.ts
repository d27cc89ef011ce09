import type { AnnotatedRole, AnnotationOf } from '../model/annotation.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** An annotation of the schema that gives the role, and one value that it is about. */
export interface AnnotatedValue<Role extends AnnotatedRole> {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly annotation: AnnotationOf<Role>;
}
