import type { Chart, ChartDependency } from '../model/chart.ts';
import type { JsonObject } from '../model/json-value.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import type { MergedValues } from '../model/merged-values.ts';
import type { Statement } from '../model/statement.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { type ChartNode, chartNode, importsIn, layersOf, ownerIn, sourcesInCharts } from './chart-sources.ts';
import { TypeMismatch } from './coalesce-chart.ts';
import type { CoalesceWarning } from './coalesce-tables.ts';
import type { DependencyNote } from './dependency-note.ts';
import { Draft } from './draft.ts';
import { coalesced, enableDependencies } from './enable-dependencies.ts';
import { importValues } from './import-values.ts';
import { type MergedLayers, mergedLayers } from './merged-layers.ts';
import { helmMajor, nullProfile } from './null-profile.ts';
import { inHelmsOrder, userValues } from './user-values.ts';
import { type WorkingChart, workingChart } from './working-chart.ts';

/** A chart with its effective values, and the charts below it that are turned on. */
export interface MergedChart {
  /** As its parent calls it: the alias, or the name. */
  readonly name: string;
  /** From the root of the release's values; `[]` for the top. */
  readonly path: readonly string[];
  readonly chart: Chart;
  /** Its dependencies that are turned on, named by their alias. */
  readonly dependencies: readonly ChartDependency[];
  /** As the chart's own templates see them in `.Values`; paths start at the chart. */
  readonly values: MergedValues;
  readonly subcharts: readonly MergedChart[];
}

export interface ChartMerge {
  readonly root: MergedChart;
  /** The values of the root, with what is wrong with flags. */
  readonly values: MergedLayers;
  /** What became of dependencies, and what Helm warned about. */
  readonly notes: readonly DependencyNote[];
  /** Helm's warnings about maps and values that meet. */
  readonly warnings: readonly { readonly at: ValuesPath; readonly reason: CoalesceWarning }[];
  /** Set when Helm stops: then the values are those of the root chart alone. */
  readonly failure?: Statement & { readonly at: ValuesPath };
  /** Set when the charts below are too many: the values are those of the root chart alone then, too. */
  readonly limit?: LimitReached;
}

/**
 * The effective values of a chart and of every chart below it: dependencies turned on and off, named by alias, values
 * imported, globals handed down. Helm's `ProcessDependencies` and `CoalesceValues`, as `helm install` calls them.
 * `userLayers` are values files and flags in any order.
 */
export function mergeChart(
  chart: Chart,
  userLayers: readonly Layer[],
  options: { readonly helmVersion?: string | undefined } = {},
): ChartMerge {
  const { helmVersion } = options;
  const profile = nullProfile(helmVersion);
  const users = inHelmsOrder(userLayers);
  const { data: asked, problems } = userValues(new Draft(), users, helmVersion);
  const notes: DependencyNote[] = [];
  const warnings: { at: ValuesPath; reason: CoalesceWarning }[] = [];
  const note = (one: DependencyNote): void => void notes.push(one);

  let working = workingChart(chart);
  let data: JsonObject;
  let failure: ChartMerge['failure'];
  let limit: LimitReached | undefined;
  try {
    enableDependencies({ profile, helmMajor: helmMajor(helmVersion), note, count: 0 }, working, asked, '');
    importValues({ profile, note, left: LIMITS.importedValues }, working);
    data = coalesced(profile, working, asked, (at, reason) => void warnings.push({ at, reason }));
  } catch (error) {
    if (error instanceof LimitReached) limit = error;
    else if (error instanceof TypeMismatch) failure = { at: error.path, ...error.said };
    else throw error;
    working = { ...workingChart(chart), charts: [] };
    data = coalesced(profile, working, asked);
  }

  const tree = chartNode(working, []);
  const values = mergedLayers({
    data,
    layers: [...layersOf(tree), ...users],
    problems,
    defaults: () => defaultsOf(profile, working),
    sources: (path) => sourcesInCharts(tree, users, data, path),
    owner: (path) => ownerIn(tree, path),
    imports: (path) => importsIn(tree, path),
  });
  return {
    root: mergedChart(tree, values),
    values,
    notes,
    warnings,
    ...(failure && { failure }),
    ...(limit && { limit }),
  };
}

function defaultsOf(profile: ReturnType<typeof nullProfile>, chart: WorkingChart): JsonObject {
  try {
    return coalesced(profile, chart, {});
  } catch (error) {
    // Only the user's values made a map of what the chart itself has wrong.
    if (!(error instanceof TypeMismatch)) throw error;
    return chart.values;
  }
}

function mergedChart(node: ChartNode, root: MergedLayers): MergedChart {
  const subcharts = Array.from(node.below.values(), (below) => mergedChart(below, root));
  const { name, path, chart, dependencies } = node;
  const values = path.length === 0 ? root : scoped(root, path);
  return { name, path, chart, dependencies, values, subcharts };
}

/** The values of a subchart as its own templates see them, located through the release. */
function scoped(root: MergedLayers, scope: ValuesPath): MergedLayers {
  const inRoot = (path: ValuesPath): ValuesPath => [...scope, ...path];
  const data = valueAt(root.data, scope);
  return {
    data: isJsonObject(data) ? data : {},
    layers: root.layers,
    problems: root.problems,
    locate: (path, part) => root.locate(inRoot(path), part),
    layersSetting: (path) => root.layersSetting(inRoot(path)),
    sourcesSetting: (path) => root.sourcesSetting(inRoot(path)),
    defaultAt: (path) => root.defaultAt(inRoot(path)),
    importsOf: (path) => root.importsOf(inRoot(path)).map((place) => place.slice(scope.length)),
    ownerOf: (path) => {
      const { scope: owner, isOff } = root.ownerOf(inRoot(path));
      return { scope: owner.slice(scope.length), isOff };
    },
    changedByUser: (path) => root.changedByUser(inRoot(path)),
  };
}
