import { shippedCharts } from '../generated/shipped-charts.ts';
import type { JsonObject } from '../model/json-value.ts';
import { type ChosenStates, statesByKeys, statesOfVersion } from './shipped-state.ts';

/**
 * What `zymtrace` or `zymtrace@26.8.4`, a version or a state, names: the states of the shipped chart that come into question for the values, newest
 * first. Undefined when no shipped chart has the name.
 */
export function shippedNamed(
  text: string,
  data: JsonObject = {},
): (ChosenStates & { readonly chart: string }) | undefined {
  const [chart = '', version] = text.split('@', 2);
  const entry = shippedCharts.find(({ name }) => name === chart);
  if (entry === undefined || version === '') return undefined;
  const named = entry.states.filter(({ state }) => state === version);
  if (named.length > 0) return { chart, states: named };
  const chosen =
    version === undefined ? { states: statesByKeys(entry, data) } : statesOfVersion(entry, version, data);
  return { chart, ...chosen };
}

/** Whether the text is a version or a range of versions, and no word or placeholder. */
export function isVersions(text: string | undefined): boolean {
  return text !== undefined && /^[v=<>!~^\s]*\d/.test(text);
}
