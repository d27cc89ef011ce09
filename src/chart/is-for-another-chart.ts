import type { Chart } from '../model/chart.ts';
import type { JsonObject } from '../model/json-value.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { KnownChart } from './known-chart.ts';

/** So many keys that nobody misspells at once. */
const FEWEST = 3;

/**
 * Whether a values file that lies in the folder of a chart was written for another one (`addons/values/prometheus.yaml` in the
 * chart that it is installed beside): most of its keys are none of the chart's, none almost the same as one, and none one of
 * its dependencies'. Says no where templates cannot be read.
 */
export function isForAnotherChart(data: JsonObject, { profile, tree }: KnownChart): boolean {
  const keys = Object.keys(data).filter((key) => key !== 'global' && key !== 'tags' && !key.startsWith('x-'));
  if (keys.length < FEWEST || tree === undefined) return false;
  const { chart } = tree;
  const names = new Set([...Object.keys(chart.values.data), ...below(chart)]);
  const suspects = keys.filter((key) => !names.has(key));
  if (suspects.length < FEWEST || suspects.length * 2 <= keys.length) return false;
  const { templates, schemaNames } = profile;
  if (templates?.complete !== true) return false;
  const known = knownNames([...names, ...templates.namesBelow([])]);
  const unknown = suspects.filter(
    (key) =>
      !templates.reads([key]) && schemaNames?.([key]) === undefined && nearestName(key, known) === undefined,
  );
  return unknown.length >= FEWEST && unknown.length * 2 > keys.length;
}

/** What the dependencies are called, and the keys that they have: values for them may stand a level too high. */
function below({ metadata, dependencies }: Chart): string[] {
  return [
    ...(metadata.dependencies ?? []).map(({ name, alias }) => alias ?? name),
    ...dependencies.flatMap((chart) => [chart.metadata.name, ...Object.keys(chart.values.data)]),
  ];
}
