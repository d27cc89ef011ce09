import type { Chart } from '../model/chart.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { subchartsOf } from './subcharts-of.ts';

/** The values that a chart and all charts below it bring along, whether or not conditions turn those on. */
export function chartDefaults(chart: Chart): JsonObject {
  return layOver(subchartDefaults(chart), chart.values.data);
}

/** The values that the charts below bring along, as the chart's own values.yaml sees them. */
export function subchartDefaults(chart: Chart): JsonObject {
  return Object.fromEntries(subchartsOf(chart).map(({ name, chart: below }) => [name, chartDefaults(below)]));
}

/** Maps merge, null deletes, everything else replaces. */
function layOver(weak: JsonObject, strong: JsonObject): JsonObject {
  const merged: Record<string, JsonValue> = { ...weak };
  for (const [key, value] of Object.entries(strong)) {
    const below = Object.hasOwn(weak, key) ? weak[key] : undefined;
    if (value === null && below !== undefined) delete merged[key];
    else merged[key] = isJsonObject(value) && isJsonObject(below) ? layOver(below, value) : value;
  }
  return merged;
}
