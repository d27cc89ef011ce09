import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { joinStatement, type Statement } from '../model/statement.ts';
import { type Coalescing, coalesceTables } from './coalesce-tables.ts';
import { coalesceChartValues } from './coalesce-values.ts';
import { get, put } from './draft.ts';
import type { WorkingChart } from './working-chart.ts';

/** Helm stops: what stands under a subchart's name is not a map ("type mismatch on …"). */
export class TypeMismatch extends Error {
  readonly path: readonly string[];
  readonly said: Statement;

  constructor(path: readonly string[], value: JsonValue) {
    const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    const name = path.at(-1);
    const said = {
      problem: `${path.join('.')} is ${found}, but holds the values of the subchart "${name}"`,
      why: 'Helm wants a map and stops here.',
      help: 'Write a map, or turn the subchart off by its condition.',
    };
    super(joinStatement(said));
    this.path = path;
    this.said = said;
  }
}

/**
 * Lays the defaults of a chart and of all charts below it under `values`, a map the draft owns. With `merge`, nulls are
 * kept (Helm's `MergeValues`); without, they delete (`CoalesceValues`). Helm's `coalesce` and `coalesceDeps`
 * (`pkg/chart/common/util/coalesce.go`). Throws TypeMismatch.
 */
export function coalesceChart(
  c: Coalescing,
  chart: WorkingChart,
  values: JsonObject,
  path: readonly string[],
  merge: boolean,
): void {
  const subcharts = new Set(chart.charts.map((sub) => sub.metadata.name));
  coalesceChartValues(c, values, { defaults: chart.values, subcharts }, path, merge);
  if (chart.charts.length === 0) return;
  const global = get(values, 'global');
  // Helm copies only the first level of each global map, so deeper maps are one and the same in parent and subcharts,
  // and what a subchart's defaults add there shows up in the parent. Owned maps behave like that.
  if (isJsonObject(global)) put(values, 'global', c.draft.ownTree(global));
  for (const sub of chart.charts) {
    const { name } = sub.metadata;
    const subPath = [...path, name];
    const below = get(values, name);
    if (below !== undefined && !isJsonObject(below)) throw new TypeMismatch(subPath, below);
    const subValues = below ? c.draft.ownMap(values, name, below) : c.draft.newMap();
    if (!below) put(values, name, subValues);
    coalesceGlobals(c, subValues, values, subPath);
    coalesceChart(c, sub, subValues, subPath, merge);
  }
}

/** Lays the parent's globals over the subchart's. Helm's `coalesceGlobals`. */
function coalesceGlobals(
  c: Coalescing,
  subValues: JsonObject,
  parentValues: JsonObject,
  path: readonly string[],
): void {
  const known = get(subValues, 'global');
  const source = get(parentValues, 'global');
  const notMaps = [known, source].some((value) => value !== undefined && !isJsonObject(value));
  if (notMaps) c.warn([...path, 'global'], 'global-not-a-table');
  if (known !== undefined && !isJsonObject(known)) return;
  if (source !== undefined && !isJsonObject(source)) return;
  const globals = known ? c.draft.own(known) : c.draft.newMap();
  for (const [key, value] of Object.entries(source ?? {})) {
    const below = get(globals, key);
    if (isJsonObject(value)) {
      if (below !== undefined && !isJsonObject(below)) {
        c.warn([...path, 'global', key], 'global-kept-by-subchart');
        continue;
      }
      const copy = c.draft.copy(value);
      if (below) coalesceTables(c, copy, below, [...path, 'global', key], true);
      put(globals, key, copy);
    } else if (isJsonObject(below)) c.warn([...path, 'global', key], 'global-kept-by-subchart');
    else put(globals, key, value);
  }
  put(subValues, 'global', globals);
}
