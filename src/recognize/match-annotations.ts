import type { AnnotatedRole, Annotation, PlacedAnnotation } from '../model/annotation.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** An annotation of the schema and one value that it is about. */
export interface AnnotatedValue {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly annotation: Annotation;
}

/** The values that carry the role by annotation, in the order of the schema. */
export function annotatedValues(
  data: JsonObject,
  annotations: readonly PlacedAnnotation[],
  role: AnnotatedRole,
): AnnotatedValue[] {
  const found: AnnotatedValue[] = [];
  for (const { pattern, annotation } of annotations) {
    if (annotation.role !== role) continue;
    for (const { path, value } of valuesMatching(data, pattern)) found.push({ path, value, annotation });
  }
  return found;
}

/** Every value whose path fits the pattern; `*` stands for any key or index. */
export function valuesMatching(
  data: JsonValue,
  pattern: readonly string[],
): { path: ValuesPath; value: JsonValue }[] {
  let matches: { path: (string | number)[]; value: JsonValue }[] = [{ path: [], value: data }];
  for (const segment of pattern) {
    const next: typeof matches = [];
    for (const { path, value } of matches) {
      if (Array.isArray(value)) {
        value.forEach((item, index) => {
          if (segment === '*' || segment === String(index))
            next.push({ path: [...path, index], value: item });
        });
      } else if (isJsonObject(value)) {
        const keys = segment === '*' ? Object.keys(value) : Object.hasOwn(value, segment) ? [segment] : [];
        for (const key of keys) next.push({ path: [...path, key], value: value[key]! });
      }
    }
    matches = next;
  }
  return matches;
}
