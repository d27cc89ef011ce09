import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { compareGoVersions, type GoVersion, readGoVersion } from '../versions/go-version.ts';
import { isInRange, readVersionRange } from '../versions/version-range.ts';
import type { ShippedChartEntry, ShippedState } from './shipped-chart.ts';

/** A state of a shipped chart for a version that somebody named. */
export interface ChosenStates {
  /** Those that fit alike, newest first; never empty. */
  readonly states: readonly ShippedState[];
  /** Undefined when chartlint knows the version itself, else the version that was asked for. */
  readonly instead?: string;
}

/** The states that have all keys of the values, or lack the fewest of them: newest first. */
export function statesByKeys(entry: ShippedChartEntry, data: JsonObject): readonly ShippedState[] {
  return among(entry, entry.states, data);
}

/**
 * The states of a version: those that have it, else those of the nearest older version that is known, else of the oldest. Among
 * several with one version the keys of the values decide, as they do where the version is none. A range (`26.x`, or `26` alone) is
 * its newest version, as for Helm; where later ones can lie in it as well, that version stands in.
 */
export function statesOfVersion(entry: ShippedChartEntry, version: string, data: JsonObject): ChosenStates {
  const range = isExact(version) ? undefined : statesInRange(entry, version, data);
  if (range !== undefined) return range;
  const asked = readGoVersion(version);
  if (typeof asked === 'string') return { states: statesByKeys(entry, data), instead: version };
  const exact = entry.states.filter(
    (one) => !isBefore(asked, one.since ?? one.version) && !isAfter(asked, one.version),
  );
  if (exact.length > 0) return { states: among(entry, exact, data) };
  const older = entry.states.filter((one) => isAfter(asked, one.version));
  const nearest = (older.at(-1) ?? entry.states[0]!).version;
  const states = entry.states.filter((one) => one.version === nearest);
  return { states: among(entry, states, data), instead: version };
}

function isExact(version: string): boolean {
  return /^v?\d+\.\d+\.\d+(?:[-+]\S*)?$/.test(version);
}

function statesInRange(entry: ShippedChartEntry, text: string, data: JsonObject): ChosenStates | undefined {
  const range = readVersionRange(text);
  if ('problem' in range) return undefined;
  const lies = (version: string): boolean => {
    const read = readGoVersion(version);
    return typeof read !== 'string' && isInRange(range, read);
  };
  const newest = entry.states.findLast(
    ({ version, since }) => lies(version) || (since !== undefined && lies(since)),
  )?.version;
  if (newest === undefined) return undefined;
  const states = among(
    entry,
    entry.states.filter(({ version }) => version === newest),
    data,
  );
  const isLast = newest === entry.states.at(-1)!.version;
  return isLast && following(newest).some(lies) ? { states, instead: text } : { states };
}

/** What a chart may be called after the version. */
function following(version: string): string[] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`];
}

function isBefore(version: GoVersion, other: string): boolean {
  const known = readGoVersion(other);
  return typeof known === 'string' || compareGoVersions(version, known) < 0;
}

function isAfter(version: GoVersion, other: string): boolean {
  const known = readGoVersion(other);
  return typeof known === 'string' || compareGoVersions(version, known) > 0;
}

function among(
  { states, partly }: ShippedChartEntry,
  some: readonly ShippedState[],
  data: JsonObject,
): readonly ShippedState[] {
  const written = Object.entries(partly).filter(([pointer]) => has(data, pointer));
  const misses = some.map((one) => {
    const i = states.indexOf(one);
    return written.filter(([, ranges]) => !isWithin(ranges, i)).length;
  });
  const fewest = Math.min(...misses);
  return some.filter((_, i) => misses[i] === fewest).reverse();
}

/** Whether the index lies in one of the ranges, each of which is two numbers. */
function isWithin(ranges: readonly number[], index: number): boolean {
  return ranges.filter((edge) => edge <= index).length % 2 === 1;
}

function has(data: JsonObject, pointer: string): boolean {
  let value: JsonValue | undefined = data;
  for (const key of parsePointer(pointer)) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return false;
    value = value[key];
  }
  return true;
}
