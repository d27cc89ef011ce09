import type { JsonObject } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';
import { coalesceChartValues } from './coalesce-values.ts';
import { Draft } from './draft.ts';
import type { Source } from './find-origin.ts';
import { mergeMaps } from './merge-maps.ts';
import { type MergedLayers, mergedLayers } from './merged-layers.ts';
import { nullProfile } from './null-profile.ts';
import { inHelmsOrder, inScope, userValues } from './user-values.ts';

/**
 * The effective values of one chart without subcharts. Layers of one kind keep their order; kinds are put into Helm's
 * order. Linear in what the user layers write; no layer's data is copied where nothing is laid over it, none is changed.
 */
export function mergeLayers(
  layers: readonly Layer[],
  options: { readonly helmVersion?: string | undefined } = {},
): MergedLayers {
  const ordered = inHelmsOrder(layers);
  const draft = new Draft();
  const { data, problems } = userValues(draft, ordered, options.helmVersion);
  const [first, ...others] = ordered.filter((layer) => !isUserLayer(layer));
  let defaults: JsonObject = first ? inScope(first) : {};
  if (others.length > 0) {
    defaults = draft.own(defaults);
    for (const layer of others) mergeMaps(draft, defaults, inScope(layer));
  }
  const profile = nullProfile(options.helmVersion);
  const chart = { defaults, subcharts: new Set<string>() };
  coalesceChartValues({ draft, profile, warn: () => {} }, data, chart, [], false);
  return mergedLayers({
    data,
    layers: ordered,
    problems,
    defaults: () => defaults,
    sources: (path) => sourcesOf(ordered, path),
  });
}

function sourcesOf(layers: readonly Layer[], path: ValuesPath): Source[] {
  const sources: Source[] = [];
  for (const layer of layers) {
    if (startsWith(path, layer.scope)) sources.push({ layer, at: path.slice(layer.scope.length) });
  }
  return sources.reverse();
}
