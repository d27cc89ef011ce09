import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer, type LayerKind } from '../model/layer.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { startsWith, type ValuesPath, valueAt } from '../model/values-path.ts';
import { isFlagKind } from './apply-flag.ts';
import { coalesceChartValues } from './coalesce-values.ts';
import { Draft } from './draft.ts';
import { findOrigin, type Source, writesPath } from './find-origin.ts';
import { runFlag } from './flag-layer.ts';
import type { FlagProblem } from './flag-problem.ts';
import { mergeMaps } from './merge-maps.ts';
import { nullProfile } from './null-profile.ts';
import { sameValue } from './same-value.ts';

/** Helm's order of precedence (`MergeValues` in `pkg/cli/values/options.go`). */
const PRECEDENCE: Record<LayerKind, number> = {
  'subchart-defaults': 0,
  'chart-defaults': 1,
  'values-file': 2,
  'set-json': 3,
  set: 4,
  'set-string': 5,
  'set-file': 6,
  'set-literal': 7,
};

export interface MergedLayers extends MergedValues {
  /** What is wrong with the flags, given the values files below them. Helm stops at the first that it refuses. */
  readonly problems: readonly FlagProblem[];
}

/**
 * The effective values of one chart without subcharts. Layers of one kind keep their order; kinds are put into Helm's
 * order. Linear in what the user layers write; no layer's data is copied where nothing is laid over it, none is changed.
 */
export function mergeLayers(layers: readonly Layer[], options: { helmVersion?: string } = {}): MergedLayers {
  const ordered = [...layers].sort((a, b) => PRECEDENCE[a.kind] - PRECEDENCE[b.kind]);
  const draft = new Draft();
  const defaults = draft.newMap();
  const data = draft.newMap();
  const problems: FlagProblem[] = [];
  for (const layer of ordered) {
    if (layer.flag && isFlagKind(layer.kind)) {
      const target = { draft, data, onWrite: () => {} };
      const problem = runFlag(layer.kind, layer.flag, target, options.helmVersion);
      if (problem) problems.push(problem);
    } else mergeMaps(draft, isUserLayer(layer) ? data : defaults, inScope(layer));
  }
  const profile = nullProfile(options.helmVersion);
  coalesceChartValues(
    { draft, profile, warn: () => {} },
    data,
    { defaults, subcharts: new Set() },
    [],
    false,
  );
  return { ...withProvenance(data, defaults, ordered), problems };
}

function withProvenance(data: JsonObject, defaults: JsonObject, layers: readonly Layer[]): MergedValues {
  const strongestFirst = layers.toReversed();
  const sources = (path: ValuesPath): Source[] => {
    const found: Source[] = [];
    for (const layer of strongestFirst) {
      if (startsWith(path, layer.scope)) found.push({ layer, at: path.slice(layer.scope.length) });
    }
    return found;
  };
  const layersSetting = (path: ValuesPath): Layer[] =>
    sources(path)
      .filter(writesPath)
      .map((source) => source.layer)
      .reverse();
  return {
    data,
    layers,
    locate: (path, part) => findOrigin(sources(path), part),
    layersSetting,
    defaultAt: (path) => valueAt(defaults, path),
    changedByUser: (path) =>
      layersSetting(path).some(isUserLayer) && !sameValue(valueAt(data, path), valueAt(defaults, path)),
  };
}

/** The layer's data as seen from the root of the release's values. */
function inScope(layer: Layer): JsonObject {
  let value: JsonValue = layer.data;
  for (const segment of layer.scope.toReversed()) value = { [segment]: value };
  return isJsonObject(value) ? value : {};
}
