import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { USUAL_VALUES } from './usual-values.ts';

/** An overlay with one change of the kinds that people make by mistake. */
export interface ValuesMistake {
  readonly kind: string;
  readonly values: JsonObject;
  /** What was changed, as it is in the overlay. */
  readonly at: ValuesPath;
}

type Pick = <T>(from: readonly T[]) => T;
type Change = (key: string, value: JsonValue, pick: Pick) => Changed | undefined;
/** The entry afterwards; more than one entry when something moved out of it. */
type Changed = {
  readonly key: string;
  readonly value: JsonValue;
  readonly moved?: readonly [string, JsonValue];
};

/**
 * An overlay of a chart: some values that people write below keys of this name, or the chart's own, with one change; undefined
 * when the dice fell on what cannot be changed so.
 */
export function valuesMistake(defaults: JsonObject, pick: Pick): ValuesMistake | undefined {
  const places = placesOf(defaults);
  const usual = places.filter((path) => USUAL_VALUES[String(path.at(-1))] !== undefined);
  const isUsual = usual.length > 0 && pick([true, true, true, false]);
  const at = pick(isUsual ? usual : places);
  if (at === undefined) return undefined;
  const own = valueAt(defaults, at) ?? null;
  const content = isUsual ? pick(USUAL_VALUES[String(at.at(-1))]!) : own;
  // A mistake is made in what is written, mostly deep in it.
  const inside = entriesOf(content).filter((path) => typeof path.at(-1) === 'string');
  const below = inside.length > 0 && pick([true, true, true, true, false]) ? pick(inside) : [];
  const whole = [...at, ...below];
  const kind = pick(Object.keys(CHANGES));
  const key = String(whole.at(-1));
  const changed = CHANGES[kind]!(key, valueAt(content, below) ?? null, pick);
  if (changed === undefined) return undefined;
  const parent = whole.slice(0, -1);
  const root = nested(at, content) as JsonObject;
  const around = valueAt(root, parent);
  if (!isJsonObject(around)) return undefined;
  const entries = Object.entries(around).map(([name, value]) =>
    name === key ? [changed.key, changed.value] : [name, value],
  );
  if (changed.moved !== undefined) entries.push([...changed.moved]);
  const values = replaced(root, parent, Object.fromEntries(entries)) as JsonObject;
  const last = changed.moved?.[0] ?? changed.key;
  return { kind, values, at: [...parent, last] };
}

const CHANGES: Readonly<Record<string, Change>> = {
  typo: (key, value, pick) => {
    if (key.length < 4) return undefined;
    const i = 1 + pick([...key.slice(2)].map((_, at) => at));
    const typed = pick([
      key.slice(0, i) + key.slice(i + 1),
      key.slice(0, i) + key[i + 1] + key[i] + key.slice(i + 2),
      key.slice(0, i) + key[i] + key.slice(i),
      key.toLowerCase(),
    ]);
    return typed === key ? undefined : { key: typed, value };
  },
  'one level up': (key, value, pick) => {
    if (!isJsonObject(value) || Object.keys(value).length === 0) return undefined;
    const moved = pick(Object.keys(value));
    const { [moved]: out, ...rest } = value;
    return { key, value: rest, moved: [moved, out ?? null] };
  },
  'one level down': (key, value) => (isJsonObject(value) ? { key, value: { [key]: value } } : undefined),
  type: (key, value, pick) => {
    const others: JsonValue[] = [true, 5, 'text', 1.5].filter((other) => typeof other !== typeof value);
    return { key, value: pick(others) };
  },
  quotes: (key, value) => {
    if (typeof value === 'number' || typeof value === 'boolean') return { key, value: String(value) };
    if (typeof value === 'string' && /^(?:\d+|true|false)$/.test(value))
      return { key, value: JSON.parse(value) as JsonValue };
    return undefined;
  },
  unit: (key, value, pick) => {
    if (typeof value !== 'string' || !/^\d+(\.\d+)?(m|[KMGT]i?)?$/.test(value)) return undefined;
    const number = value.replace(/\D+$/, '');
    return {
      key,
      value: pick([`${value}B`, `${number} Mi`, `${number}mb`, `${number}MIB`, `${number}cores`]),
    };
  },
  word: (key, value, pick) => {
    if (typeof value !== 'string' || !/^[A-Z][A-Za-z]{2,}$/.test(value)) return undefined;
    return { key, value: pick([value.toLowerCase(), value.toUpperCase(), `${value}s`, value.slice(0, -1)]) };
  },
  'list and map': (key, value) => {
    if (Array.isArray(value) && value.length > 0) return { key, value: value[0]! };
    if (isJsonObject(value) && Object.keys(value).length > 0) return { key, value: [value] };
    return undefined;
  },
  'list of names': (key, value) => {
    if (Array.isArray(value) && value.every((item) => isJsonObject(item) && typeof item.name === 'string'))
      return value.length === 0 ? undefined : { key, value: value.map((item) => (item as JsonObject).name!) };
    if (isJsonObject(value) && typeof value.name === 'string') return { key, value: value.name };
    return undefined;
  },
};

/** Every path of the maps in a chart's defaults, three levels deep; of lists only the list. */
function placesOf(defaults: JsonObject): ValuesPath[] {
  const found: ValuesPath[] = [];
  const visit = (map: JsonObject, path: ValuesPath): void => {
    for (const [key, value] of Object.entries(map)) {
      found.push([...path, key]);
      if (isJsonObject(value) && path.length < 2) visit(value, [...path, key]);
    }
  };
  visit(defaults, []);
  return found;
}

function entriesOf(value: JsonValue, path: ValuesPath = []): ValuesPath[] {
  const entries = Array.isArray(value)
    ? value.map((item, i) => [i, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, below]) => [[...path, key], ...entriesOf(below, [...path, key])]);
}

function nested([key, ...rest]: ValuesPath, value: JsonValue): JsonValue {
  return key === undefined ? value : { [key]: nested(rest, value) };
}

function replaced(value: JsonValue, [key, ...rest]: ValuesPath, by: JsonValue): JsonValue {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced(item, rest, by) : item));
  const map = value as JsonObject;
  return { ...map, [key]: replaced(map[String(key)] ?? null, rest, by) };
}
