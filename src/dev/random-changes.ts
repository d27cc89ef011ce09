import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadValues } from '../load/load-values.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { fileSource } from '../model/source.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A values file that changes one thing of a chart's defaults. */
export interface RandomChange {
  readonly directory: string;
  readonly values: string;
  /** What it changes, for people. */
  readonly what: string;
}

const NEW_VALUES: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  3.5,
  1e21,
  12345678,
  '',
  'x',
  'true',
  '007',
  'a: b',
  '*star',
  'two\nlines',
  '{{ .Release.Name }}-x',
  'grüße "q" \'s\'',
  '50%',
  [],
  {},
  ['one', 'two'],
  [{ name: 'a', value: 'b' }],
  { key: 'value' },
  { enabled: true },
];

/** So many random changes of the charts' values; the same for the same seed. */
export function randomChanges(charts: readonly string[], count: number, seed: number): RandomChange[] {
  let state = seed >>> 0;
  const pick = (below: number): number => {
    // A linear congruential generator with the constants of Numerical Recipes; the high bits are the good ones.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const changes: RandomChange[] = [];
  const known = new Map<string, { data: JsonObject; paths: ValuesPath[] }>();
  while (changes.length < count && charts.length > 0) {
    const directory = charts[pick(charts.length)]!;
    const read = known.get(directory) ?? defaultsOf(directory);
    known.set(directory, read);
    if (read.paths.length === 0) continue;
    const at = read.paths[pick(read.paths.length)]!;
    const value = NEW_VALUES[pick(NEW_VALUES.length)]!;
    const values = JSON.stringify(withValue(read.data, at, value));
    changes.push({ directory, values: `${values}\n`, what: `${at.join('.')} = ${JSON.stringify(value)}` });
  }
  return changes;
}

function defaultsOf(directory: string): { data: JsonObject; paths: ValuesPath[] } {
  const file = path.join(directory, 'values.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const data = loadValues(fileSource(file), text).document?.data ?? {};
  const paths: ValuesPath[] = [];
  const visit = (value: JsonValue, at: ValuesPath): void => {
    if (at.length > 0) paths.push(at);
    if (isJsonObject(value)) for (const [key, below] of Object.entries(value)) visit(below, [...at, key]);
    else if (Array.isArray(value)) value.forEach((below, i) => void visit(below, [...at, i]));
  };
  visit(data, []);
  return { data, paths };
}

/** The map with nothing but what leads to the path; a list on the way is repeated whole. */
function withValue(data: JsonValue, [key, ...rest]: ValuesPath, value: JsonValue): JsonValue {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item, i) => (i === key ? withValue(item, rest, value) : item));
  const below = isJsonObject(data) ? data[key] : undefined;
  return { [key]: withValue(below ?? null, rest, value) };
}
