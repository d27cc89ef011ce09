import type { AnnotatedRole, AnnotationOf, PlacedAnnotation } from '../model/annotation.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { AnnotatedValue } from './annotated-value.ts';

/** Annotations by the role that they give. */
export type AnnotationsByRole = {
  readonly [Role in AnnotatedRole]?: readonly PlacedAnnotation<AnnotationOf<Role>>[];
};

/** The annotations that give a role. */
export function annotationsByRole(annotations: readonly PlacedAnnotation[]): AnnotationsByRole {
  const byRole: { [Role in AnnotatedRole]?: PlacedAnnotation[] } = {};
  for (const placed of annotations) {
    const { role } = placed.annotation;
    if (role === undefined) continue;
    byRole[role] ??= [];
    byRole[role].push(placed);
  }
  // Each was put where its role says.
  return byRole as AnnotationsByRole;
}

/** The values that are annotated, in the order of the annotations. */
export function annotatedValues<Role extends AnnotatedRole>(
  data: JsonObject,
  annotations: readonly PlacedAnnotation<AnnotationOf<Role>>[],
): AnnotatedValue<Role>[] {
  const found: AnnotatedValue<Role>[] = [];
  for (const { pattern, annotation } of annotations) {
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
