import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { isUserLayer, type Layer, type LayerKind } from '../model/layer.ts';
import { isFlagKind } from './apply-flag.ts';
import type { Draft } from './draft.ts';
import { runFlag } from './flag-layer.ts';
import type { FlagProblem } from './flag-problem.ts';
import { mergeMaps } from './merge-maps.ts';

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

/** Weakest first, whatever the order of the kinds was; layers of one kind keep their order. */
export function inHelmsOrder(layers: readonly Layer[]): Layer[] {
  return [...layers].sort((a, b) => PRECEDENCE[a.kind] - PRECEDENCE[b.kind]);
}

/**
 * What the user asks for, before any chart comes into it: files merged, flags parsed over them, nulls kept. Helm's
 * `MergeValues` (`pkg/cli/values/options.go`). The map belongs to the draft. Other layers are passed over.
 */
export function userValues(
  draft: Draft,
  layers: readonly Layer[],
  helmVersion: string | undefined,
): { data: JsonObject; problems: FlagProblem[] } {
  const data = draft.newMap();
  const problems: FlagProblem[] = [];
  for (const layer of layers) {
    if (!isUserLayer(layer)) continue;
    if (layer.flag && isFlagKind(layer.kind)) {
      const problem = runFlag(layer.kind, layer.flag, { draft, data, onWrite: () => {} }, helmVersion);
      if (problem) problems.push(problem);
    } else mergeMaps(draft, data, inScope(layer));
  }
  return { data, problems };
}

/** The layer's data as seen from the root of the release's values. */
export function inScope(layer: Layer): JsonObject {
  let value: JsonValue = layer.data;
  for (const segment of layer.scope.toReversed()) value = { [segment]: value };
  return isJsonObject(value) ? value : {};
}
