import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** JSON Pointers of the outermost values that differ; lists of different length differ as a whole. */
export function changedPaths(before: JsonValue | undefined, after: JsonValue | undefined): string[] {
  const changed: string[] = [];
  const visit = (a: JsonValue | undefined, b: JsonValue | undefined, path: ValuesPath): void => {
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return;
    if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
      for (const [i, item] of a.entries()) visit(item, b[i], [...path, i]);
    } else if (isJsonObject(a) && isJsonObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        visit(own(a, key), own(b, key), [...path, key]);
      }
    } else changed.push(toPointer(path));
  };
  visit(before, after, []);
  return changed;
}

function own(map: Readonly<Record<string, JsonValue>>, key: string): JsonValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
