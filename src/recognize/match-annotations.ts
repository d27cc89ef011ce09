import type { AnnotatedRole, PlacedAnnotation } from '../model/annotation.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { AnnotatedValue } from './annotated-value.ts';
import type { ValuesView } from './values-view.ts';

/** The annotations of the chart that give a role, by role. */
export function annotationsByRole({
  chart,
}: Pick<ValuesView, 'chart'>): ReadonlyMap<AnnotatedRole, readonly PlacedAnnotation[]> {
  const byRole = new Map<AnnotatedRole, PlacedAnnotation[]>();
  for (const placed of chart?.annotations ?? []) {
    const { role } = placed.annotation;
    if (role === undefined) continue;
    const others = byRole.get(role);
    if (others === undefined) byRole.set(role, [placed]);
    else others.push(placed);
  }
  return byRole;
}

/** The values that are annotated, in the order of the annotations. */
export function annotatedValues(
  data: JsonObject,
  annotations: readonly PlacedAnnotation[],
): AnnotatedValue[] {
  const found: AnnotatedValue[] = [];
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
