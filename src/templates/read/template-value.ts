import { ANY, MOST_STEPS } from './reference-tree.ts';

/**
 * What an expression of a template may stand for, as far as values are concerned: any of the alternatives. None: something
 * that does not come from the values, or that was already used up (text made from them).
 */
export type TemplateValue = readonly Meaning[];

export type Meaning =
  /** The root of a chart's rendering context: `.Values`, `.Release` … `base` is where the chart's values sit. */
  | { readonly kind: 'context'; readonly base: readonly string[]; values?: TemplateValue }
  /** A value of the release. */
  | PathMeaning
  | { readonly kind: 'record'; readonly fields: Map<string, TemplateValue>; rest: TemplateValue }
  | { readonly kind: 'list'; readonly items: readonly TemplateValue[] }
  | { readonly kind: 'text'; readonly text: string }
  /** `.Subcharts`: the contexts of the charts below, by name. */
  | { readonly kind: 'charts'; readonly base: readonly string[] }
  /** `.Files` and text that comes from there. */
  | { readonly kind: 'files'; readonly base: readonly string[] };

/** Most of what templates look at; what lies below is made once. */
interface PathMeaning {
  readonly kind: 'path';
  readonly path: readonly string[];
  below?: Map<string, TemplateValue>;
}

/** More alternatives than any real template has. */
export const MOST_MEANINGS = 64;

/** All alternatives of all. */
export function union(...values: readonly TemplateValue[]): TemplateValue {
  let first: TemplateValue | undefined;
  let filled = 0;
  for (const value of values) {
    if (value.length === 0) continue;
    first ??= value;
    filled += 1;
  }
  return filled < 2 ? (first ?? []) : distinct(values);
}

/** Up to so many alternatives are compared with each other. */
const FEW = 8;

function distinct(values: readonly TemplateValue[]): TemplateValue {
  const all: Meaning[] = [];
  let seen: Set<string> | undefined;
  for (const value of values) {
    for (const meaning of value) {
      if (all.length < FEW) {
        if (!all.some((known) => isSame(known, meaning))) all.push(meaning);
        continue;
      }
      seen ??= new Set(all.map((known) => identify([known])));
      const key = identify([meaning]);
      if (seen.has(key)) continue;
      seen.add(key);
      all.push(meaning);
    }
  }
  return all;
}

function isSame(one: Meaning, other: Meaning): boolean {
  if (one === other) return true;
  if (one.kind === 'path') return other.kind === 'path' && isSamePath(one.path, other.path);
  if (one.kind === 'text') return other.kind === 'text' && one.text === other.text;
  if (one.kind === 'list' || one.kind === 'record')
    return one.kind === other.kind && identify([one]) === identify([other]);
  return one.kind === other.kind && isSamePath(one.base, other.base);
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((key, i) => key === other[i]));
}

/** How much is in a value, as far as `identify` looks. */
export interface Weight {
  /** How many meanings, those inside of records and lists included. */
  readonly meanings: number;
  /** Whether there are more alternatives, or more in them, than any real template makes: each further step would cost as much again. */
  readonly isHeavy: boolean;
}

export function weigh(value: TemplateValue): Weight {
  const left = { parts: MOST_PARTS };
  const meanings = weightOf(value, 0, left);
  return { meanings, isHeavy: value.length > MOST_MEANINGS || left.parts < 0 };
}

function weightOf(value: TemplateValue, depth: number, left: { parts: number }): number {
  left.parts -= value.length;
  if (depth > MAX_DEPTH || left.parts < 0) return 0;
  let weight = value.length;
  for (const meaning of value) {
    if (meaning.kind === 'list') {
      for (const item of meaning.items) weight += weightOf(item, depth + 1, left);
    } else if (meaning.kind === 'record') {
      for (const field of meaning.fields.values()) weight += weightOf(field, depth + 1, left);
      weight += weightOf(meaning.rest, depth + 1, left);
    }
  }
  return weight;
}

const MAX_DEPTH = 6;

/** Parts of one value that are looked at: of records in records in lists each level multiplies them. */
const MOST_PARTS = 2000;

/** The same text for the same meaning; records deeper, or of more parts, than any real one look alike. */
export function identify(value: TemplateValue, depth = 0, left = { parts: MOST_PARTS }): string {
  left.parts -= value.length;
  if (depth > MAX_DEPTH || left.parts < 0) return '…';
  if (value.length === 1) return identifyOne(value[0]!, depth, left);
  const parts = value.map((meaning) => identifyOne(meaning, depth, left));
  return parts.sort().join(' ');
}

function identifyOne(meaning: Meaning, depth: number, left: { parts: number }): string {
  switch (meaning.kind) {
    case 'context':
      return `C${keysText(meaning.base)}`;
    case 'path':
      return `P${keysText(meaning.path)}`;
    case 'text':
      return `T${meaning.text.length}:${meaning.text}`;
    case 'list':
      return `L(${meaning.items.map((item) => identify(item, depth + 1, left)).join(';')})`;
    case 'charts':
    case 'files':
      return `${meaning.kind}${keysText(meaning.base)}`;
    default: {
      let text = 'R(';
      for (const key of inOrder([...meaning.fields.keys()]))
        text += `${key}:${identify(meaning.fields.get(key)!, depth + 1, left)};`;
      return `${text}|${identify(meaning.rest, depth + 1, left)})`;
    }
  }
}

/** Sorted in place; most are one to five. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > 8) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
  return keys;
}

/** The length before each key makes that no key can look like two. */
function keysText(keys: readonly string[]): string {
  let text = '';
  for (const key of keys) text += `${key.length}.${key}`;
  return text;
}

/** What lies under a key of the value. */
export function fieldOf(
  value: TemplateValue,
  key: string,
  extras: ReadonlyMap<string, TemplateValue>,
): TemplateValue {
  if (value.length === 1) return fieldOfOne(value[0]!, key, extras);
  return union(...value.map((meaning) => fieldOfOne(meaning, key, extras)));
}

function fieldOfOne(
  meaning: Meaning,
  key: string,
  extras: ReadonlyMap<string, TemplateValue>,
): TemplateValue {
  switch (meaning.kind) {
    case 'context':
      if (key === 'Values') {
        meaning.values ??= [{ kind: 'path', path: meaning.base }];
        return union(meaning.values, extras.get(key) ?? []);
      }
      if (key === 'Subcharts') return [{ kind: 'charts', base: meaning.base }];
      if (key === 'Files') return [{ kind: 'files', base: meaning.base }];
      return extras.get(key) ?? [];
    case 'path':
      return pathBelow(meaning, key);
    case 'record':
      return union(meaning.fields.get(key) ?? [], fieldOf(meaning.rest, key, extras));
    case 'list':
      return key === ANY ? union(...meaning.items) : (meaning.items[Number(key)] ?? union(...meaning.items));
    case 'charts':
      return [{ kind: 'context', base: [...meaning.base, key] }];
    case 'files':
      return [meaning];
    default:
      return [];
  }
}

/** What `index` with a number gives: of a list that a template made itself the item, of values any. */
export function itemOf(
  value: TemplateValue,
  index: string,
  extras: ReadonlyMap<string, TemplateValue>,
): TemplateValue {
  return union(...value.map((meaning) => fieldOf([meaning], meaning.kind === 'list' ? index : ANY, extras)));
}

/** What `range` goes through. */
export function elementsOf(value: TemplateValue, extras: ReadonlyMap<string, TemplateValue>): TemplateValue {
  return union(
    ...value.map((meaning): TemplateValue => {
      if (meaning.kind === 'path') return pathBelow(meaning, ANY);
      if (meaning.kind === 'list') return union(...meaning.items);
      if (meaning.kind === 'charts') return [{ kind: 'context', base: [...meaning.base, ANY] }];
      if (meaning.kind === 'files') return [meaning];
      if (meaning.kind === 'record')
        return union(...meaning.fields.values(), elementsOf(meaning.rest, extras));
      return [];
    }),
  );
}

/** The constant texts that the value may be; undefined when it may be another text too. */
export function textsOf(value: TemplateValue): string[] | undefined {
  const texts: string[] = [];
  for (const meaning of value) {
    if (meaning.kind !== 'text') return undefined;
    texts.push(meaning.text);
  }
  return texts.length > 0 ? texts : undefined;
}

/** What `dict` makes of its arguments: names and values in turn. */
export function recordOf(args: readonly TemplateValue[]): Meaning {
  const fields = new Map<string, TemplateValue>();
  let rest: TemplateValue = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const names = textsOf(args[i]!);
    for (const name of names ?? []) fields.set(name, args[i + 1]!);
    if (names === undefined) rest = union(rest, [{ kind: 'list', items: [args[i + 1]!] }]);
  }
  return { kind: 'record', fields, rest };
}

/** The keys of maps that templates build themselves; those of values are anybody's guess. */
export function keysOf(value: TemplateValue): TemplateValue {
  if (!value.every(({ kind }) => kind === 'record')) return [];
  return value.flatMap((meaning) =>
    meaning.kind === 'record' && meaning.rest.length === 0
      ? [...meaning.fields.keys()].map((text) => ({ kind: 'text', text }) as const)
      : [],
  );
}

/** What `range` goes through one after the other, where that is known: the items of a list that a template made itself. */
export function itemsOf(value: TemplateValue): readonly TemplateValue[] | undefined {
  const [only, ...others] = value;
  if (only === undefined || others.length > 0) return undefined;
  const isWholeMap = only.kind === 'record' && only.rest.length === 0;
  const items = isWholeMap ? [...only.fields.values()] : only.kind === 'list' ? only.items : undefined;
  return items !== undefined && items.length <= MOST_ITEMS ? items : undefined;
}

/** More items than a list of constants has whose order matters. */
const MOST_ITEMS = 12;

function pathBelow(meaning: PathMeaning, key: string): TemplateValue {
  const { path } = meaning;
  meaning.below ??= new Map();
  let found = meaning.below.get(key);
  if (found === undefined) {
    found = [{ kind: 'path', path: stepInto(path, key) }];
    meaning.below.set(key, found);
  }
  return found;
}

/** A template that walks maps by itself steps on and on; from some depth on it stays where it is. */
function stepInto(path: readonly string[], key: string): readonly string[] {
  const isWalk =
    key === ANY && path.length >= MOST_STEPS && path.slice(-MOST_STEPS).every((step) => step === ANY);
  return isWalk ? path : [...path, key];
}
