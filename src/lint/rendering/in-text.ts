import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import { valuesBetween } from './manifest-origin.ts';

/** Whether a text of the objects, not a number or boolean, has the part in it and comes from the value at the path. */
export function isInText(manifests: readonly Manifest[], path: ValuesPath, part: string): boolean {
  const pointer = toPointer(path);
  return manifests.some((manifest) => {
    // Most objects do not have it anywhere.
    if (!manifest.content.includes(part)) return false;
    for (const at of textsWith(manifest.document.data, [], part)) {
      const { start, end } = manifest.document.locate(at, 'value');
      if (valuesBetween(manifest, start, end).some((one) => toPointer(one) === pointer)) return true;
    }
    return false;
  });
}

function* textsWith(value: JsonValue, at: ValuesPath, part: string): Iterable<ValuesPath> {
  if (typeof value === 'string') {
    if (value.includes(part)) yield at;
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* textsWith(item, [...at, i], part);
  } else if (isJsonObject(value)) {
    for (const [key, below] of Object.entries(value)) yield* textsWith(below, [...at, key], part);
  }
}
