import { isBlanked } from '../../model/blanked-text.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { textPaths } from '../text-paths.ts';

/** The paths of values that generators of an ApplicationSet, or templates around the manifest, fill in later. */
export function unfilledPaths(layers: readonly Layer[]): ValuesPath[] {
  const keys: ValuesPath[] = [];
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i]);
    else if (isJsonObject(value)) {
      for (const [key, below] of Object.entries(value)) {
        if (isBlanked(key)) keys.push([...path, key]);
        else visit(below, [...path, key]);
      }
    }
  };
  for (const { data } of layers) visit(data, []);
  return [...keys, ...textPaths(layers, isBlanked)];
}
