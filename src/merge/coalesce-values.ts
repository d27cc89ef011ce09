import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { type Coalescing, coalesceTables } from './coalesce-tables.ts';
import { get, put } from './draft.ts';
import { withoutNulls } from './without-nulls.ts';

/**
 * Lays a chart's own defaults under `values`, a map the draft owns, without its subcharts' defaults. A null above a
 * default deletes the key; keys of subcharts keep their nulls, which delete the subchart's defaults later.
 * Helm's `coalesceValues` (`pkg/chart/common/util/coalesce.go`).
 */
export function coalesceChartValues(
  c: Coalescing,
  values: JsonObject,
  chart: { readonly defaults: JsonObject; readonly subcharts: ReadonlySet<string> },
  path: readonly string[],
  merge: boolean,
): void {
  const strips = c.profile === 'C' && !merge;
  for (const [key, value] of Object.entries(chart.defaults)) {
    const above = get(values, key);
    if (above === undefined) {
      if (strips && value === null) continue;
      put(values, key, strips && isJsonObject(value) ? withoutNulls(value) : value);
    } else if (above === null) {
      if (!merge) delete values[key];
    } else if (isJsonObject(above)) {
      if (isJsonObject(value)) {
        const keepNulls = merge || chart.subcharts.has(key);
        const weak = c.profile === 'C' && !keepNulls ? withoutNulls(value) : value;
        coalesceTables(c, c.draft.ownMap(values, key, above), weak, [...path, key], keepNulls);
      } else if (value !== null) c.warn([...path, key], 'value-replaced-by-table');
    }
  }
}
