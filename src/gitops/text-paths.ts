import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The paths of texts in layers that are so: those that a tool fills in later. */
export function textPaths(layers: readonly Layer[], isSo: (text: string) => boolean): ValuesPath[] {
  const paths: ValuesPath[] = [];
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (typeof value === 'string') {
      if (isSo(value)) paths.push(path);
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i]);
    else if (isJsonObject(value))
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key]);
  };
  for (const { data } of layers) visit(data, []);
  return paths;
}
