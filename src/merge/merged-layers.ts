import type { JsonObject } from '../model/json-value.ts';
import { isUserLayer, type Layer } from '../model/layer.ts';
import type { MergedValues, ValuesOwner } from '../model/merged-values.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { findOrigin, type Source, writesPath } from './find-origin.ts';
import type { FlagProblem } from './flag-problem.ts';
import { sameValue } from './same-value.ts';

/** Effective values, and what merging found out besides. */
export interface MergedLayers extends MergedValues {
  /** What is wrong with the flags, given the values files below them. Helm stops at the first that it refuses. */
  readonly problems: readonly FlagProblem[];
  /**
   * As `layersSetting`, with the path inside each layer: `layer.document.locate(at, part)` is the place. The paths differ
   * for a subchart's defaults, globals and imported values.
   */
  sourcesSetting(path: ValuesPath): readonly Source[];
}

const TOP: ValuesOwner = { scope: [], isOff: false };

/** Puts the data of a merge together with the way to find out where it comes from. */
export function mergedLayers(merge: {
  readonly data: JsonObject;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  readonly problems: readonly FlagProblem[];
  /** What the values would be without the user; asked for at most once, when needed. */
  readonly defaults: () => JsonObject;
  /** The layers that may write the path, strongest first. */
  readonly sources: (path: ValuesPath) => readonly Source[];
  /** The chart at the top by default. */
  readonly owner?: (path: ValuesPath) => ValuesOwner;
  /** Nothing is imported by default. */
  readonly imports?: (path: ValuesPath) => readonly ValuesPath[];
}): MergedLayers {
  const { data, layers, problems, sources } = merge;
  let known: JsonObject | undefined;
  const defaultAt: MergedValues['defaultAt'] = (path) => {
    known ??= merge.defaults();
    return valueAt(known, path);
  };
  const sourcesSetting = (path: ValuesPath): Source[] => sources(path).filter(writesPath).reverse();
  return {
    data,
    layers,
    problems,
    sourcesSetting,
    defaultAt,
    importsOf: merge.imports ?? (() => []),
    ownerOf: merge.owner ?? (() => TOP),
    locate: (path, part) => findOrigin(sources(path), part, path, data),
    layersSetting: (path) => Array.from(new Set(sourcesSetting(path).map((source) => source.layer))),
    changedByUser: (path) =>
      // Of a whole values.yaml nearly all values are the defaults, and comparing is cheaper than asking who wrote one.
      !sameValue(valueAt(data, path), defaultAt(path)) &&
      sourcesSetting(path).some((source) => isUserLayer(source.layer)),
  };
}
