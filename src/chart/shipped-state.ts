import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { compareGoVersions, readGoVersion } from '../versions/go-version.ts';
import type { ShippedChartEntry, ShippedState } from './shipped-chart.ts';

/** A state of a shipped chart for a version that somebody named. */
export interface ChosenStates {
  /** Those that fit alike, newest first; never empty. */
  readonly states: readonly ShippedState[];
  /** Undefined when chartlint knows the version itself, else the version that was asked for. */
  readonly instead?: string;
}

/** The states that have all keys of the values, or lack the fewest of them: newest first. */
export function statesByKeys(
  { states, lacking }: ShippedChartEntry,
  data: JsonObject,
): readonly ShippedState[] {
  const misses = lacking.map((keys) => keys.filter((pointer) => has(data, pointer)).length);
  const fewest = Math.min(...misses);
  return states.filter((_, i) => misses[i] === fewest).reverse();
}

/**
 * The states of a version: those that have it, else those of the nearest older version that is known, else of the oldest. Among
 * several with one version the keys of the values decide, as they do where the version is none.
 */
export function statesOfVersion(entry: ShippedChartEntry, version: string, data: JsonObject): ChosenStates {
  const exact = entry.states.filter((one) => one.version === version);
  if (exact.length > 0) return { states: among(entry, exact, data) };
  const asked = readGoVersion(version);
  if (typeof asked === 'string') return { states: statesByKeys(entry, data), instead: version };
  const older = entry.states.filter((one) => {
    const known = readGoVersion(one.version);
    return typeof known !== 'string' && compareGoVersions(known, asked) <= 0;
  });
  const nearest = (older.at(-1) ?? entry.states[0]!).version;
  const states = entry.states.filter((one) => one.version === nearest);
  return { states: among(entry, states, data), instead: version };
}

function among(
  entry: ShippedChartEntry,
  states: readonly ShippedState[],
  data: JsonObject,
): readonly ShippedState[] {
  const indexes = states.map((one) => entry.states.indexOf(one));
  return statesByKeys({ ...entry, states, lacking: indexes.map((i) => entry.lacking[i]!) }, data);
}

function has(data: JsonObject, pointer: string): boolean {
  let value: JsonValue | undefined = data;
  for (const key of parsePointer(pointer)) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return false;
    value = value[key];
  }
  return true;
}
