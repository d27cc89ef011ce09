import type { Chart, ChartDependency } from '../model/chart.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { ValuesOwner } from '../model/merged-values.ts';
import { objectAt, startsWith, type ValuesPath } from '../model/values-path.ts';
import type { Source } from './find-origin.ts';
import type { Import, WorkingChart } from './working-chart.ts';

/** A chart that is turned on, where its values sit in the release, and where its defaults come from. */
export interface ChartNode {
  readonly name: string;
  readonly path: readonly string[];
  readonly chart: Chart;
  /** The dependencies that are turned on, named by their alias. */
  readonly dependencies: readonly ChartDependency[];
  /** The chart's own `values.yaml`; its scope is the node's path. */
  readonly own: Layer;
  readonly imports: readonly Import[];
  readonly below: ReadonlyMap<string, ChartNode>;
}

/** The tree of the charts that are turned on. */
export function chartNode(working: WorkingChart, path: readonly string[]): ChartNode {
  const { source, imports } = working;
  const kind = path.length === 0 ? 'chart-defaults' : 'subchart-defaults';
  const below = new Map<string, ChartNode>();
  for (const sub of working.charts) {
    const { name } = sub.metadata;
    below.set(name, chartNode(sub, [...path, name]));
  }
  const own: Layer = { ...source.values, kind, scope: path };
  const dependencies = (working.metadata.dependencies ?? []).map(({ source, name }) => ({ ...source, name }));
  return { name: working.metadata.name, path, chart: source, dependencies, own, imports, below };
}

/** The defaults of all charts, weakest first: those of subcharts before those of their parents. */
export function layersOf(node: ChartNode): Layer[] {
  return [...Array.from(node.below.values()).flatMap(layersOf), node.own];
}

/**
 * The layers that may write a path of the release, whose effective values are `data`, strongest first: for a global of a
 * subchart those of the charts above it; then the user's; then the charts' own from the top down; then imports.
 */
export function sourcesInCharts(
  root: ChartNode,
  users: readonly Layer[],
  data: JsonObject,
  path: ValuesPath,
): Source[] {
  const sources: Source[] = [];
  for (const place of placesOf(root, data, path)) {
    for (const layer of users.toReversed()) {
      if (startsWith(place, layer.scope)) sources.push({ layer, at: place.slice(layer.scope.length) });
    }
    collectDefaults(root, place, sources, true);
  }
  return sources;
}

/** The path itself, and before it the same global in the charts above: `/global/x`, `/redis/global/x`. */
function placesOf(root: ChartNode, data: JsonObject, path: ValuesPath): ValuesPath[] {
  let node: ChartNode | undefined = root;
  let depth = -1;
  while (node) node = node.below.get(String(path[++depth]));
  const places = [path];
  if (path[depth] !== 'global') return places;
  const inner = path.slice(depth);
  // Globals go down only from map to map.
  for (; depth > 0 && hasGlobals(data, path.slice(0, depth)); depth--) {
    const above = path.slice(0, depth - 1);
    if (!hasGlobals(data, above)) break;
    places.unshift([...above, ...inner]);
  }
  return places;
}

/** The chart whose values a path of the release is. */
export function ownerIn(root: ChartNode, path: ValuesPath): ValuesOwner {
  let node = root;
  for (const segment of path) {
    const name = String(segment);
    const below = node.below.get(name);
    if (below === undefined) return { scope: node.path, isOff: namesChart(node.chart, name) };
    node = below;
  }
  return { scope: node.path, isOff: false };
}

/** Where the charts import the default at a path of the release to. */
export function importsIn(root: ChartNode, path: ValuesPath): ValuesPath[] {
  const places: ValuesPath[] = [];
  let node: ChartNode | undefined = root;
  for (let depth = 0; node !== undefined; depth++) {
    const scope = path.slice(0, depth);
    const rest = path.slice(depth);
    for (const { from, to } of node.imports)
      if (startsWith(rest, from)) places.push([...scope, ...to, ...rest.slice(from.length)]);
    node = node.below.get(String(path[depth]));
  }
  return places;
}

function namesChart({ metadata, dependencies }: Chart, name: string): boolean {
  const declared = metadata.dependencies ?? [];
  return (
    declared.some((dependency) => (dependency.alias ?? dependency.name) === name) ||
    dependencies.some(
      (chart) => chart.metadata.name === name && !declared.some((dependency) => dependency.name === name),
    )
  );
}

function hasGlobals(data: JsonObject, chart: ValuesPath): boolean {
  return objectAt(data, [...chart, 'global']) !== undefined;
}

/** Adds what defaults may write `rest`, a path inside the node's values. What a chart imports is weakest. */
function collectDefaults(node: ChartNode, rest: ValuesPath, into: Source[], withImports: boolean): void {
  into.push({ layer: node.own, at: rest });
  const sub = rest.length === 0 ? undefined : node.below.get(String(rest[0]));
  if (sub) collectDefaults(sub, rest.slice(1), into, true);
  if (!withImports) return;
  for (const { from, to } of node.imports) {
    if (startsWith(rest, to)) collectDefaults(node, [...from, ...rest.slice(to.length)], into, false);
    else if (startsWith(to, rest)) collectDefaults(node, from, into, false);
  }
}
