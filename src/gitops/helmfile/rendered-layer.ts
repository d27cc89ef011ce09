import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { layerWithData } from '../layer-with-data.ts';
import { type KnownNames, knownText } from './known-text.ts';

/** `valuesTemplate` with the names that helmfile puts into its texts, and the paths of those for which it renders something else. */
export function renderedLayer(
  layer: Layer,
  names: KnownNames,
): { readonly layer: Layer; readonly unknown: readonly ValuesPath[] } {
  const unknown: ValuesPath[] = [];
  const fill = (value: JsonValue, at: ValuesPath): JsonValue => {
    if (Array.isArray(value)) return value.map((item, i) => fill(item, [...at, i]));
    if (isJsonObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, below]) => [key, fill(below, [...at, key])]),
      );
    }
    if (typeof value !== 'string' || !value.includes('{{')) return value;
    const known = knownText(value, names);
    if (known === undefined) unknown.push(at);
    return known ?? value;
  };
  return { layer: layerWithData(layer, fill(layer.data, []) as JsonObject), unknown };
}
