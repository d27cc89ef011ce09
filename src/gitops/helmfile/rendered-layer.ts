import type { JsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { mapLeaves } from '../../model/map-leaves.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { layerWithData } from '../layer-with-data.ts';
import { type KnownNames, knownText } from './known-text.ts';

/** `valuesTemplate` with the names that helmfile puts into its texts, and the paths of those for which it renders something else. */
export function renderedLayer(
  layer: Layer,
  names: KnownNames,
): { readonly layer: Layer; readonly unknown: readonly ValuesPath[] } {
  const unknown: ValuesPath[] = [];
  const data = mapLeaves(layer.data, (value, at) => {
    if (typeof value !== 'string' || !value.includes('{{')) return value;
    const known = knownText(value, names);
    if (known === undefined) unknown.push(at);
    return known ?? value;
  });
  return { layer: layerWithData(layer, data as JsonObject), unknown };
}
